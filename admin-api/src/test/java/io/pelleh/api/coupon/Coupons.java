package io.pelleh.api.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** What tests do with batches and their codes. */
final class Coupons {

    /** How many come {@link #together}. */
    static final int CLIENTS = 64;

    private static final String BATCHES = "/v1/coupon-batches";

    private final App app;

    Coupons(App app) {
        this.app = app;
    }

    /** Makes each rule ask for the batch of its name: the first takes 100 off, in a lane of its own each. */
    static Map<String, byte[]> rules(String... batches) {
        String lanes = "lane,picks\n"
                + List.of(batches).stream().map(b -> b + ",best\n").collect(Collectors.joining());
        String rules =
                List.of(batches).stream().map(batch -> """
                        rule "%1$s" @lane( "%1$s" )
                        when Basket( couponBatches contains "%1$s" ) then effects.amountOff( 100 ); end
                        """.formatted(batch)).collect(Collectors.joining());
        return Map.of("promotions/lanes.csv", bytes(lanes), "promotions/c.drl", bytes(rules));
    }

    /** What {@value #CLIENTS} clients get who come at once, each with a number of its own. */
    static <T> List<T> together(IntFunction<T> client) {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<CompletableFuture<T>> all = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.apply(i), clients))
                    .toList();
            return all.stream().map(CompletableFuture::join).toList();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Reply issue(String body) {
        return app.post(BATCHES, "application/json", body);
    }

    /** Gives one code of the shop's own, with more members of the request. */
    void give(String batch, String code, String more) {
        Reply reply = issue("{\"name\": \"%s\", \"code\": \"%s\"%s}".formatted(batch, code, more));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    /** Waits until a batch is in a state. */
    Reply until(String batch, String state) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> app.get(BATCHES + "/" + batch),
                        reply -> reply.body().path("state").asString("").equals(state));
    }

    /** All codes of a batch as they are shown, by customer where they have one. */
    List<String> codes(String batch) {
        JsonNode codes =
                app.get(BATCHES + "/" + batch + "/codes?limit=1000").body().get("codes");
        return codes.valueStream().map(code -> code.get("code").asString()).toList();
    }

    /** A basket of 1,000 with these codes. */
    Reply put(String checkout, String customer, String state, String... codes) {
        return app.put("/v1/checkouts/" + checkout, body(customer, state, codes));
    }

    static String body(String customer, String state, String... codes) {
        String who = customer.isEmpty() ? "" : "\"customerId\": \"%s\",".formatted(customer);
        String given = List.of(codes).stream().map(code -> '"' + code + '"').collect(Collectors.joining(", "));
        return """
                {%s "state": "%s", "currency": "IRR", "coupons": [%s],
                 "lines": [{"sku": "TEA", "quantity": 2, "unitPrice": 500}]}
                """.formatted(who, state, given);
    }

    /** What became of the only code of a checkout: {@code accepted}, or the reason why not. */
    String told(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.body().get("coupons").size()).as(reply.text()).isEqualTo(1);
        JsonNode coupon = reply.body().at("/coupons/0");
        long discount = reply.body().at("/totals/discount").asLong();
        assertThat(discount > 0)
                .as(reply.text())
                .isEqualTo(coupon.get("accepted").asBoolean());
        return coupon.get("accepted").asBoolean()
                ? "accepted"
                : coupon.get("reason").asString();
    }
}
