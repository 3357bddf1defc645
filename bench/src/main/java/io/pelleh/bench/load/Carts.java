package io.pelleh.bench.load;

import io.pelleh.bench.promotion.Baskets;
import io.pelleh.bench.shop.Shop;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.facts.Basket;
import java.util.List;
import java.util.stream.Collectors;

/** Bodies of checkouts with five lines. */
final class Carts {

    private static final int CARTS = 64;

    private final List<String> lines = Baskets.of(CARTS, Shop.book().categories()).stream()
            .map(Carts::lines)
            .toList();

    private static String lines(Basket basket) {
        return basket.goods().lines().stream().map(Carts::line).collect(Collectors.joining(",", "[", "]"));
    }

    private static String line(Line line) {
        return "{\"sku\":\"" + line.sku() + "\",\"category\":\"" + line.category() + "\",\"quantity\":"
                + line.quantity() + ",\"unitPrice\":" + line.unitPrice().toPlainString() + "}";
    }

    /**
     * One of the carts.
     *
     * @param number any; decides which
     * @param state {@code open} or {@code closed}
     */
    String body(long number, String customer, String state) {
        return "{\"customerId\":\"" + customer + "\",\"state\":\"" + state
                + "\",\"currency\":\"IRR\",\"shipping\":50000,\"lines\":"
                + lines.get((int) (number % CARTS)) + "}";
    }
}
