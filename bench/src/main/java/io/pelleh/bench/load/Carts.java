package io.pelleh.bench.load;

import io.pelleh.bench.promotion.Baskets;
import io.pelleh.bench.promotion.Promotions;
import io.pelleh.bench.shop.Shop;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import java.util.List;
import java.util.stream.Collectors;

/** Bodies of checkouts, with five lines unless told otherwise. */
final class Carts {

    private static final int CARTS = 64;

    private static final int LINES = 5;

    private final List<String> lines;

    Carts() {
        this(Shop.PROMOTIONS, LINES);
    }

    /** @param promotions of the shop, which decide how many categories there are */
    Carts(int promotions, int lines) {
        int categories = Promotions.ofSize(promotions).categories();
        this.lines = Baskets.shopping(CARTS, categories, lines).stream()
                .map(shopping -> lines(shopping.goods()))
                .toList();
    }

    private static String lines(Goods goods) {
        return goods.lines().stream().map(Carts::line).collect(Collectors.joining(",", "[", "]"));
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
        return "{" + content(number, customer, state) + "}";
    }

    /** A cart that is closed with a code. */
    String closed(long number, String customer, String code) {
        return "{\"coupons\":[\"" + code + "\"]," + content(number, customer, "closed") + "}";
    }

    private String content(long number, String customer, String state) {
        return "\"customerId\":\"" + customer + "\",\"state\":\"" + state
                + "\",\"currency\":\"IRR\",\"shipping\":50000,\"lines\":"
                + lines.get((int) (number % CARTS));
    }
}
