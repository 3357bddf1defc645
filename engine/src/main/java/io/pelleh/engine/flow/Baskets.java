package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.customer.CustomerId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells whether two baskets are the same. */
final class Baskets {

    private Baskets() {}

    /** A digest of all that a price may depend on: whose basket it is, and what is in it. */
    static String digest(Goods goods, @Nullable CustomerId customer) {
        StringBuilder text = new StringBuilder();
        add(text, customer == null ? "" : customer.value());
        add(text, Long.toString(goods.shipping()));
        goods.coupons().forEach(coupon -> add(text, coupon));
        add(text, goods.keys().device());
        add(text, goods.keys().address());
        add(text, goods.attributes());
        add(text, String.valueOf(goods.taxes()));
        for (Line line : goods.lines()) {
            add(text, line.sku());
            add(text, line.category());
            add(
                    text,
                    line.quantity() + " "
                            + line.unitPrice().stripTrailingZeros().toPlainString());
            add(text, String.valueOf(line.cost()));
            add(text, line.attributes());
        }
        return Digests.sha256(text.toString());
    }

    private static void add(StringBuilder text, Map<String, String> attributes) {
        new TreeMap<>(attributes).forEach((name, value) -> {
            add(text, name);
            add(text, value);
        });
    }

    /** With its length before it, no text runs into the next. */
    private static void add(StringBuilder text, String part) {
        text.append(part.length()).append(' ').append(part);
    }
}
