package io.pelleh.api.checkout;

import io.pelleh.api.json.Fields;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.program.Program;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads goods: lines, shipping, coupons, in the program's currency. */
public final class GoodsReader {

    /** The members this reader takes from a body. */
    public static final Set<String> MEMBERS = Set.of("currency", "lines", "shipping", "coupons", "attributes");

    /** What JSON numbers carry exactly everywhere; minor units. */
    private static final long MAX_AMOUNT = 9_007_199_254_740_991L;

    private static final Set<String> LINE =
            Set.of("sku", "category", "categories", "quantity", "unitPrice", "cost", "minPrice", "attributes");
    private static final Set<String> PRODUCT =
            Set.of("sku", "category", "categories", "unitPrice", "cost", "minPrice", "attributes");
    private static final long MAX_QUANTITY = 1_000_000_000;
    private static final int PRICE_SCALE = 4;
    private static final int MAX_CODE = 128;
    private static final int MAX_COUPON = 64;

    private GoodsReader() {}

    /** @return {@link Goods#NONE} when something is wrong, which the faults then tell */
    public static Goods read(Program program, Fields body) {
        currency(program, body);
        List<Line> lines = body.objects("lines", Goods.MAX_LINES, GoodsReader::line);
        Long shipping = body.wholeOrNull("shipping", 0, MAX_AMOUNT);
        List<String> coupons = body.texts("coupons", Goods.MAX_COUPONS, MAX_COUPON);
        Map<String, String> attributes = body.attributes("attributes");
        long fee = shipping == null ? 0 : shipping;
        if (!body.faults().any() && !payable(lines, fee)) {
            body.fault("lines", "amount_too_large", "goods and shipping must not cost more than " + MAX_AMOUNT);
        }
        return body.faults().any() ? Goods.NONE : new Goods(lines, fee, coupons, attributes);
    }

    static void currency(Program program, Fields body) {
        String currency = body.text("currency", 3);
        if (!currency.isEmpty() && !currency.equals(program.currency())) {
            body.fault("currency", "currency_mismatch", "the program's currency is " + program.currency());
        }
    }

    /** One piece of a product, or null when something is wrong. */
    static @Nullable Line piece(Fields product) {
        product.only(PRODUCT);
        return line(product, 1);
    }

    private static @Nullable Line line(Fields line) {
        line.only(LINE);
        return line(line, line.whole("quantity", 1, MAX_QUANTITY));
    }

    private static @Nullable Line line(Fields line, long quantity) {
        String sku = line.text("sku", MAX_CODE);
        List<String> categories = categories(line);
        BigDecimal price = line.decimal("unitPrice", MAX_AMOUNT, PRICE_SCALE);
        Long cost = line.wholeOrNull("cost", 0, MAX_AMOUNT);
        BigDecimal least = line.has("minPrice") ? line.decimal("minPrice", MAX_AMOUNT, PRICE_SCALE) : BigDecimal.ZERO;
        Map<String, String> attributes = line.attributes("attributes");
        if (price.multiply(BigDecimal.valueOf(quantity)).compareTo(BigDecimal.valueOf(MAX_AMOUNT)) > 0) {
            line.fault("unitPrice", "amount_too_large", "a line must not cost more than " + MAX_AMOUNT);
        }
        if (line.faults().any()) {
            return null;
        }
        long amount = Line.amountOf(quantity, price);
        long floor = Math.min(amount, Line.amountOf(quantity, least.min(price)));
        return new Line(sku, categories, quantity, price, amount, cost, floor, attributes);
    }

    /** {@code category} is the main one, {@code categories} are all, or those beside it. */
    private static List<String> categories(Fields line) {
        String main = line.textOrNull("category", MAX_CODE);
        List<String> several = line.texts("categories", Line.MAX_CATEGORIES, MAX_CODE);
        Set<String> all = new LinkedHashSet<>();
        if (main != null) {
            all.add(main);
        }
        all.addAll(several);
        return List.copyOf(all);
    }

    private static boolean payable(List<Line> lines, long shipping) {
        long sum = shipping;
        for (Line line : lines) {
            sum += line.amount();
            if (sum > MAX_AMOUNT) {
                return false;
            }
        }
        return true;
    }
}
