package io.pelleh.api.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.Person;
import io.pelleh.api.fixtures.Person.Reply;
import io.pelleh.api.security.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An offer is shown to a customer in so many baskets a day and no more, on whichever node. */
class FrequencyIT {

    private static final String RULE = """
            rule "mug" @limits( "۲ نمایش برای هر مشتری در روز" )
            when Basket( units > 0 ) then effects.upsell( "MUG", 2, 900 ); end
            """;

    private static JsonNode put(Person at, String customer, String checkout, String state) {
        Reply reply = at.put("/v1/checkouts/" + checkout, """
                {"customerId": "%s", "state": "%s", "currency": "IRR", "lines": [{"sku": "TEA", "quantity": 1, "unitPrice": 10000}]}
                """.formatted(customer, state));
        assertThat(reply.status()).as(reply.text()).isBetween(200, 201);
        return reply.json();
    }

    private static boolean offered(JsonNode answer) {
        return answer.path("effects").findValuesAsString("promotion").contains("promotions/p/mug");
    }

    @Test
    void theThirdBasketOfADayIsNotShownIt() {
        try (App app = App.sandbox(Map.of());
                App second = app.second()) {
            app.publish(Map.of("promotions/p.drl", RULE.getBytes(StandardCharsets.UTF_8)));
            Person shop = Person.machine(app, Scope.DECIDE);
            Person elsewhere = shop.at(second);
            for (Person node : List.of(shop, elsewhere)) {
                await().atMost(Duration.ofSeconds(10)).until(() -> offered(put(node, "omid", "o-1", "open")));
            }

            assertThat(offered(put(shop, "sara", "s-1", "open"))).isTrue();
            assertThat(offered(put(elsewhere, "sara", "s-2", "open"))).isTrue();

            AtomicInteger more = new AtomicInteger();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !offered(put(shop, "sara", "more-" + more.incrementAndGet(), "open")));
            JsonNode another = put(elsewhere, "sara", "s-3", "closed");
            assertThat(offered(another)).isFalse();
            assertThat(another.path("refusals").get(0).path("code").asString()).isEqualTo("limit_reached");
            assertThat(offered(put(shop, "sara", "s-1", "open"))).isTrue();
            assertThat(offered(put(shop, "sara", "s-2", "closed"))).isTrue();
            assertThat(offered(put(shop, "reza", "r-1", "open"))).isTrue();
        }
    }
}
