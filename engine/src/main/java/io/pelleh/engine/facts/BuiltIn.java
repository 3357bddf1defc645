package io.pelleh.engine.facts;

import io.pelleh.engine.facts.Attribute.Change;
import io.pelleh.engine.facts.Attribute.Flag;
import io.pelleh.engine.facts.Attribute.Numeric;
import io.pelleh.engine.facts.Attribute.Since;
import io.pelleh.engine.facts.Attribute.Text;
import io.pelleh.engine.facts.Attribute.Unit;
import io.pelleh.engine.facts.Attribute.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The attributes every program has: their paths, types and units, and where each is read; words are in words.txt. */
final class BuiltIn {

    private static final Map<String, Attribute> ATTRIBUTES = new LinkedHashMap<>();

    static {
        standing();
        purchases();
        engagement();
        basket();
        item();
        bought();
    }

    private BuiltIn() {}

    /** By path, grouped by subject. */
    static Map<String, Attribute> attributes() {
        return ATTRIBUTES;
    }

    private static void standing() {
        word("customer.rung", Customer::getRung);
        word("customer.tier", Customer::getTier);
        word("customer.segment", Customer::getSegment);
        word("customer.enteredSegment", Customer::getEnteredSegment);
        word("customer.event", Customer::getEvent);
        word("customer.id", Customer::getId);
        add(new Words("customer.segments", s -> s.customer().getSegments()));
        add(new Flag("customer.guest", s -> s.customer().isGuest()));
        add(new Flag("customer.member", s -> s.customer().isMember()));
        count("customer.loyaltyScore", Unit.SCORE, Customer::getLoyaltyScore);
        count("customer.frequencyScore", Unit.SCORE, Customer::getFrequencyScore);
        count("customer.recencyScore", Unit.SCORE, Customer::getRecencyScore);
        count("customer.monetaryScore", Unit.SCORE, Customer::getMonetaryScore);
        count("customer.points", Unit.POINTS, Customer::getPoints);
    }

    private static void purchases() {
        count("customer.orders", Unit.COUNT, Customer::getOrders);
        count("customer.spent", Unit.MONEY, Customer::getSpent);
        count("customer.averageOrder", Unit.MONEY, Customer::getAverageOrder);
        within("customer.orders30", Unit.COUNT, 30, Customer::getOrders30);
        within("customer.orders90", Unit.COUNT, 90, Customer::getOrders90);
        within("customer.orders180", Unit.COUNT, 180, Customer::getOrders180);
        within("customer.orders365", Unit.COUNT, 365, Customer::getOrders365);
        within("customer.spent30", Unit.MONEY, 30, Customer::getSpent30);
        within("customer.spent90", Unit.MONEY, 90, Customer::getSpent90);
        within("customer.spent180", Unit.MONEY, 180, Customer::getSpent180);
        within("customer.spent365", Unit.MONEY, 365, Customer::getSpent365);
        age("customer.recencyDays", Since.LAST_ORDER, Customer::getRecencyDays);
        age("customer.knownDays", Since.FIRST_CONTACT, Customer::getKnownDays);
        age("customer.inactiveDays", Since.LAST_ACTIVITY, Customer::getInactiveDays);
    }

    private static void engagement() {
        count("customer.directInteractions", Unit.COUNT, Customer::getDirectInteractions);
        count("customer.indirectInteractions", Unit.COUNT, Customer::getIndirectInteractions);
        count("customer.quotes", Unit.COUNT, Customer::getQuotes);
        count("customer.reviews", Unit.COUNT, Customer::getReviews);
        count("customer.socialEngagements", Unit.COUNT, Customer::getSocialEngagements);
        count("customer.referralsMade", Unit.COUNT, Customer::getReferralsMade);
        count("customer.referralsConverted", Unit.COUNT, Customer::getReferralsConverted);
        count("customer.nps", Unit.SCORE, Customer::getNps);
    }

    private static void basket() {
        number("basket.total", Unit.MONEY, s -> basketOf(s).getTotal());
        number("basket.units", Unit.COUNT, s -> basketOf(s).getUnits());
        number("basket.shipping", Unit.MONEY, s -> basketOf(s).getShipping());
        add(new Words("basket.coupons", s -> basketOf(s).getCoupons()));
        add(new Words("basket.couponBatches", s -> basketOf(s).getCouponBatches()));
    }

    private static void item() {
        add(new Text("item.sku", s -> itemOf(s).getSku()));
        add(new Text("item.category", s -> itemOf(s).getCategory()));
        add(new Words("item.categories", s -> itemOf(s).getCategories()));
        number("item.unitPrice", Unit.MONEY, s -> itemOf(s).getUnitPrice());
        number("item.skuUnits", Unit.COUNT, s -> itemOf(s).getSkuUnits());
        number("item.categoryUnits", Unit.COUNT, s -> itemOf(s).getCategoryUnits());
        number("item.categoryTotal", Unit.MONEY, s -> itemOf(s).getCategoryTotal());
        number("item.quantity", Unit.COUNT, s -> itemOf(s).getQuantity());
        number("item.amount", Unit.MONEY, s -> itemOf(s).getAmount());
    }

    private static void bought() {
        add(new Text("bought.sku", s -> ((Bought) s).getSku()));
        number("bought.units", Unit.COUNT, s -> ((Bought) s).getUnits());
        add(new Numeric(
                "bought.days", Unit.DAYS, Change.age(Since.LAST_PURCHASE_OF_PRODUCT), s -> ((Bought) s).getDays()));
    }

    private static Basket basketOf(Situation situation) {
        return Objects.requireNonNull(situation.basket(), "a basket attribute was read where there is no basket");
    }

    private static Item itemOf(Situation situation) {
        return Objects.requireNonNull(situation.item(), "an item attribute was read where there is no item");
    }

    private static void word(String path, Function<Customer, String> read) {
        add(new Text(path, s -> read.apply(s.customer())));
    }

    private static void count(String path, Unit unit, ToLongFunction<Customer> read) {
        number(path, unit, s -> read.applyAsLong(s.customer()));
    }

    private static void within(String path, Unit unit, int days, ToLongFunction<Customer> read) {
        add(new Numeric(path, unit, Change.window(days), s -> read.applyAsLong(s.customer())));
    }

    private static void age(String path, Since since, ToLongFunction<Customer> read) {
        add(new Numeric(path, Unit.DAYS, Change.age(since), s -> read.applyAsLong(s.customer())));
    }

    private static void number(String path, Unit unit, ToLongFunction<Situation> read) {
        add(new Numeric(path, unit, Change.NONE, read));
    }

    private static void add(Attribute attribute) {
        ATTRIBUTES.put(attribute.path(), attribute);
    }
}
