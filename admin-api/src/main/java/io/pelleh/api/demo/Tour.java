package io.pelleh.api.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The requests that show what Pelleh does; printed, and run by a test. */
final class Tour {

    private static final long SHIPPING = 450_000;

    private static final String KEY = " -H \"Authorization: Bearer $KEY\"";

    private final String url;
    private final LocalDate today;

    /** @param url where the application answers, without a slash at the end */
    Tour(String url, LocalDate today) {
        this.url = url;
        this.today = today;
    }

    /**
     * One request.
     *
     * @param shows what there is to see in the answer
     * @param curl one line for a shell that knows the key as {@code $KEY}
     */
    record Step(String shows, String curl) {}

    List<Step> steps() {
        return List.of(
                new Step(
                        "a golden customer ships for free (shipping_discount)",
                        quote("try-gold", Cast.GOLDEN, Product.DATES)),
                new Step(
                        "upsell: three packs of tea at a lower unit price (upsell_offer)",
                        quote("try-upsell", Cast.ADVOCATE, Product.TEA)),
                new Step(
                        "cross-sell: who buys this gets that with a discount (cross_sell_offer)",
                        quote("try-cross-sell", Cast.TEA_DRINKER, Product.TEA)),
                new Step(
                        "win-back: a discount for somebody we are losing (discount)",
                        quote("try-win-back", Cast.AT_RISK, Product.COFFEE)),
                new Step(
                        "what she can get now, and what each promotion needs of a basket",
                        get("/v1/customers/" + Cast.GOLDEN + "/offers")),
                new Step(
                        "where a customer stands: rung, tier, scores, segments, points",
                        get("/v1/customers/" + Cast.GOLDEN)),
                new Step("women in Shiraz who asked for saffron in the last six months", search()));
    }

    private String get(String path) {
        return "curl -sw '\\n' " + url + path + KEY;
    }

    private String search() {
        return get("/v1/customers") + " -G -d gender=female --data-urlencode 'city=شیراز' -d askedFor="
                + Product.SAFFRON.sku() + " -d askedSince=" + today.minusMonths(6) + "T00:00:00Z";
    }

    private String quote(String checkout, String customer, Product... products) {
        String lines = Stream.of(products).map(Tour::line).collect(Collectors.joining(","));
        String body = "{\"customerId\":\"%s\",\"state\":\"open\",\"currency\":\"IRR\",\"lines\":[%s],\"shipping\":%d}"
                .formatted(customer, lines, SHIPPING);
        return "curl -sw '\\n' -X PUT " + url + "/v1/checkouts/" + checkout + KEY
                + " -H 'Content-Type: application/json' -d '" + body + "'";
    }

    private static String line(Product product) {
        return "{\"sku\":\"%s\",\"category\":\"%s\",\"quantity\":1,\"unitPrice\":%d}"
                .formatted(product.sku(), product.category(), product.price());
    }
}
