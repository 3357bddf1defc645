package io.pelleh.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a quote promised is remembered wherever the close comes in. */
class PromiseIT {

    private static final String RULE = """
            rule "once"
                @limit( 1 )
            when
                Basket( total >= 1000 )
            then
                effects.percentOff( 30 );
            end
            """;

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
        app.publishWith("promotions/once.drl", RULE);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void aPromiseThatIsGoneIsToldByTheNodeThatCloses() {
        assertThat(put(app, "shown", "anna", "open")
                        .body()
                        .at("/totals/discount")
                        .asLong())
                .isEqualTo(300);
        JdbcTemplate sql = app.bean(JdbcTemplate.class);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !sql.queryForList("SELECT promise FROM checkout WHERE id = 'shown'", String.class)
                        .isEmpty());
        put(app, "other", "omid", "closed");

        try (App second = app.second()) {
            Reply close = put(second, "shown", "anna", "closed");

            assertThat(close.body().at("/totals/discount").asLong())
                    .as(close.text())
                    .isZero();
            assertThat(close.body().at("/changed/promised/discount").asLong()).isEqualTo(300);
            assertThat(close.body().at("/changed/difference/toPay").asLong()).isEqualTo(300);
        }
    }

    private static Reply put(App node, String id, String customer, String state) {
        String body = """
                {"customerId": "%s", "state": "%s", "currency": "IRR",
                 "lines": [{"sku": "TEA", "quantity": 1, "unitPrice": 1000}]}
                """.formatted(customer, state);
        Reply reply = app.send(HttpRequest.newBuilder(URI.create(node.url() + "/v1/checkouts/" + id))
                .header("Authorization", "Bearer " + app.key())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }
}
