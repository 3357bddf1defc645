package io.pelleh.api.checkout;

import io.pelleh.api.json.Fields;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.checkout.Taxes;
import io.pelleh.engine.program.Program;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads goods: lines, shipping, coupons, in the program's currency. */
public final class GoodsReader {

    static final String INCLUDED = "taxIncluded";

    /** The members this reader takes from a body. */
    public static final Set<String> MEMBERS =
            Set.of("currency", "lines", "shipping", "coupons", "attributes", INCLUDED, "shippingTaxPercent");

    /** What JSON numbers carry exactly everywhere; minor units. */
    private static final long MAX_AMOUNT = 9_007_199_254_740_991L;

    private static final String TAX = "taxPercent";
    private static final Set<String> LINE =
            Set.of("sku", "category", "categories", "quantity", "unitPrice", "cost", "minPrice", TAX, "attributes");
    private static final Set<String> PRODUCT =
            Set.of("sku", "category", "categories", "unitPrice", "cost", "minPrice", TAX, "attributes");
    private static final long MAX_QUANTITY = 1_000_000_000;
    private static final int PRICE_SCALE = 4;
    private static final int MAX_CODE = 128;
    private static final int MAX_COUPON = 64;

    private final Program program;

    private GoodsReader(Program program) {
        this.program = program;
    }

    /** @return {@link Goods#NONE} when something is wrong, which the faults then tell */
    public static Goods read(Program program, Fields body) {
        return new GoodsReader(program).goods(body);
    }

    /** A line, and the percent of its tax, or null where none was told. */
    private record Taxed(Line line, @Nullable BigDecimal percent) {}

    private Goods goods(Fields body) {
        currency(program, body);
        List<Taxed> taxed = body.objects("lines", Goods.MAX_LINES, this::line);
        Long shipping = body.wholeOrNull("shipping", 0, MAX_AMOUNT);
        List<String> coupons = body.texts("coupons", Goods.MAX_COUPONS, MAX_COUPON);
        Map<String, String> attributes = body.attributes("attributes");
        boolean included = taxIncluded(program, body);
        BigDecimal percent = percent(body, "shippingTaxPercent");
        if (body.faults().any()) {
            return Goods.NONE;
        }
        List<Line> lines = taxed.stream().map(Taxed::line).toList();
        Goods goods = new Goods(lines, shipping == null ? 0 : shipping, coupons, attributes)
                .taxed(taxes(included, taxed, percent));
        if (!payable(goods)) {
            body.fault("lines", "amount_too_large", "goods, shipping and taxes must not cost more than " + MAX_AMOUNT);
            return Goods.NONE;
        }
        return goods;
    }

    /** Whether prices contain their taxes. */
    static boolean taxIncluded(Program program, Fields body) {
        return body.has(INCLUDED) ? body.yes(INCLUDED) : program.taxIncluded();
    }

    /** Where one rate is told, what has none has no tax; where none is, nothing is known of taxes. */
    private @Nullable Taxes taxes(boolean included, List<Taxed> lines, @Nullable BigDecimal shipping) {
        if (shipping == null && lines.stream().allMatch(line -> line.percent() == null)) {
            return null;
        }
        List<BigDecimal> each =
                lines.stream().map(line -> orNone(line.percent())).toList();
        return new Taxes(included, each, orNone(shipping), program.currency().rounding());
    }

    private static BigDecimal orNone(@Nullable BigDecimal percent) {
        return percent == null ? BigDecimal.ZERO : percent;
    }

    private static @Nullable BigDecimal percent(Fields fields, String name) {
        return fields.has(name) ? fields.decimal(name, Taxes.MAX_PERCENT, Taxes.MAX_SCALE) : null;
    }

    static void currency(Program program, Fields body) {
        String currency = body.text("currency", 3);
        if (!currency.isEmpty() && !currency.equals(program.currency().code())) {
            body.fault(
                    "currency",
                    "currency_mismatch",
                    "the program's currency is " + program.currency().code());
        }
    }

    /** One piece of a product, taxed as it would be alone, or null when something is wrong. */
    static @Nullable Goods piece(Program program, Fields product, boolean taxIncluded) {
        product.only(PRODUCT);
        GoodsReader reader = new GoodsReader(program);
        BigDecimal percent = percent(product, TAX);
        Line line = reader.line(product, 1);
        if (line == null) {
            return null;
        }
        Goods alone =
                Goods.of(List.of(line), 0).taxed(reader.taxes(taxIncluded, List.of(new Taxed(line, percent)), null));
        if (!payable(alone)) {
            product.fault("unitPrice", "amount_too_large", "a piece and its tax must not cost more than " + MAX_AMOUNT);
        }
        return alone;
    }

    private @Nullable Taxed line(Fields fields) {
        fields.only(LINE);
        BigDecimal percent = percent(fields, TAX);
        Line line = line(fields, fields.whole("quantity", 1, MAX_QUANTITY));
        return line == null ? null : new Taxed(line, percent);
    }

    private @Nullable Line line(Fields line, long quantity) {
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
        RoundingMode rounding = program.currency().rounding();
        long amount = Line.amountOf(quantity, price, rounding);
        long floor = Math.min(amount, Line.amountOf(quantity, least.min(price), rounding));
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

    private static boolean payable(Goods goods) {
        long sum = goods.shipping();
        for (Line line : goods.lines()) {
            sum += line.amount();
            if (sum > MAX_AMOUNT) {
                return false;
            }
        }
        Taxes taxes = goods.taxes();
        return taxes == null || sum + taxes.on(goods).onTop() <= MAX_AMOUNT;
    }
}
