package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Charged;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Priced;
import io.pelleh.engine.checkout.Promise;
import io.pelleh.engine.checkout.Tax;
import io.pelleh.engine.checkout.Taxes;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Customer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a close is settled at: the decision, or where the shop had to decide by itself, what it charged. A difference to
 * what was promised or would have been decided is noted.
 *
 * @param sale what promotions bring: where the shop decided, only points, for what it charged
 * @param price what it comes to
 * @param tax of what is left, or null where the shop told no rates
 * @param granted what the shop took off by itself
 * @param notes differences
 */
record Settlement(Resolution sale, Priced price, @Nullable Tax tax, List<Granted> granted, List<Effect> notes) {

    /** Stands for what no promotion of a release gave. */
    private static final Rule SHOP = new Rule("shop", "", 0, "", 0, Rule.Limits.NONE, List.of(), Terms.NONE);

    /** Settles a sale as decided, unless the close says what was charged. */
    static Settlement of(Question question, Customer customer, Resolution decided) {
        Goods goods = question.goods();
        if (goods == null) {
            return new Settlement(decided, Priced.NOTHING, null, List.of(), List.of());
        }
        Tax tax = tax(decided.winners().isEmpty() ? goods : decided.left());
        Charged taken = new Charged(decided.discount(), decided.shippingDiscount());
        Priced price = price(goods, taken, tax);
        if (!(question.event().happening() instanceof CheckoutClosed closed)) {
            return new Settlement(decided, price, tax, List.of(), List.of());
        }
        Charged charged = closed.charged();
        return charged == null
                ? new Settlement(decided, price, tax, List.of(), promised(question, closed.promise(), price))
                : byShop(question, customer, charged, price);
    }

    private static @Nullable Tax tax(Goods left) {
        Taxes taxes = left.taxes();
        return taxes == null ? null : taxes.on(left);
    }

    private static Priced price(Goods goods, Charged taken, @Nullable Tax tax) {
        return new Priced(
                goods.total(),
                goods.shipping(),
                taken.discount(),
                taken.shippingDiscount(),
                tax == null ? 0 : tax.onTop());
    }

    private static List<Effect> promised(Question question, @Nullable Promise promise, Priced price) {
        return promise == null
                        || question.now().isAfter(promise.until())
                        || promise.price().equals(price)
                ? List.of()
                : List.of(new Effect.PriceDiffers(Effect.Against.PROMISE, promise.price(), price));
    }

    private static Settlement byShop(Question question, Customer customer, Charged charged, Priced decided) {
        Goods goods = closed(question).goods();
        Goods rest = charged.left(goods);
        Basket left = CouponsGiven.basket(question, customer, rest);
        Resolution points = Decider.settled(question.inputs().order())
                ? Resolution.NOTHING
                : new Resolver(question.giving(Giving.POINTS), left, Set.of()).resolve();
        Tax tax = tax(rest);
        Priced price = price(goods, charged, tax);
        List<Granted> granted = granted(charged, charged.lines(goods));
        Map<String, CouponOnFile> codes = granted.isEmpty() ? Map.of() : codes(question);
        codes.forEach((code, file) -> granted.add(redeemed(code, file)));
        return new Settlement(
                points.redeemed(codes.keySet()),
                price,
                tax,
                granted,
                List.of(new Effect.PriceDiffers(Effect.Against.DECISION, decided, price)));
    }

    /** The codes that the shop may have taken something off for: as they stood when it did, but for their uses. */
    private static Map<String, CouponOnFile> codes(Question question) {
        return new CouponsGiven(question).usable(question.event().occurredAt());
    }

    private static Granted redeemed(String code, CouponOnFile file) {
        Effect.CouponRedeemed redeemed = new Effect.CouponRedeemed(file.batch(), code);
        return new Granted(SHOP.asking(code), redeemed, List.of(), List.of(file.use(SHOP.id())));
    }

    private static CheckoutClosed closed(Question question) {
        return (CheckoutClosed) question.event().happening();
    }

    private static List<Granted> granted(Charged charged, long[] lines) {
        List<Granted> granted = new ArrayList<>();
        if (charged.discount() > 0) {
            List<Long> parts = Arrays.stream(lines).boxed().toList();
            granted.add(new Granted(SHOP, new Effect.Discount(charged.discount(), parts), List.of()));
        }
        if (charged.shippingDiscount() > 0) {
            granted.add(new Granted(SHOP, new Effect.ShippingDiscount(charged.shippingDiscount()), List.of()));
        }
        return granted;
    }
}
