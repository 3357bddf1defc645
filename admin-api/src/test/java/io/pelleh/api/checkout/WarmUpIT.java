package io.pelleh.api.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.Servers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node that starts decides before it is asked, and nobody finds a trace of it. */
class WarmUpIT {

    /** Each of them would be written in many places, had a shopper done it. */
    private static final String RULES = """
            rule "off" @lane( "all" ) @limit( 1000000 ) @limitPerCustomer( 10 )
            when Basket( total > 0 ) then effects.amountOff( 1 ); end
            rule "points" @lane( "all" )
            when Basket( total > 0 ) then effects.points( 10 ); end
            rule "code" @lane( "all" )
            when Basket( total > 0 ) then effects.issueCoupon( "warm", 7 ); end
            """;

    /** What every node writes that starts. */
    private static final Set<String> OF_NODES = Set.of("node", "lease", "release_node");

    private static final byte[] LANES = "lane,picks\nall,every\n".getBytes(StandardCharsets.UTF_8);
    private static final String CLOSE = """
            {"customerId": "trace", "state": "closed", "currency": "IRR",
             "lines": [{"sku": "TEA", "quantity": 1, "unitPrice": 1000}]}
            """;

    private static App opened(String warmUp) {
        App app = App.start(Map.of("pelleh.warm-up", warmUp, "pelleh.poller.enabled", "false"));
        app.publish(Map.of("promotions/lanes.csv", LANES, "promotions/c.drl", RULES.getBytes(StandardCharsets.UTF_8)));
        App.Reply batch = app.post(
                "/v1/coupon-batches",
                "application/json",
                "{\"name\": \"warm\", \"pattern\": \"WARM-####-####-####\", \"issued\": true}");
        assertThat(batch.status()).as(batch.text()).isEqualTo(201);
        return app;
    }

    private static long decided(App node) {
        return node.bean(MeterRegistry.class)
                .get("pelleh.flow.step")
                .tag("step", "decide")
                .timer()
                .count();
    }

    @Test
    void aNodeThatIsToldNotToWarmUpDecidesNothingUnasked() {
        try (App cold = opened("0s");
                App next = cold.second()) {
            assertThat(decided(next)).isZero();
        }
    }

    @Test
    void aNodeThatWarmsUpDecidesUnaskedAndNothingOfItIsLeftInMySqlNorInRedis() {
        try (App app = opened("1m")) {
            assertThat(decided(app)).as("without a program").isZero();
            Map<String, Long> empty = rows(app);
            assertThat(app.put("/v1/checkouts/trace", CLOSE).status()).isEqualTo(200);
            Map<String, Long> before = rows(app);

            try (App next = app.second()) {
                assertThat(decided(next)).isPositive();
            }

            assertThat(rows(app)).isEqualTo(before);
            assertThat(keys("*warm-up*")).isEmpty();
            for (String table : List.of("journal", "checkout", "customer", "counter", "counter_entry", "coupon")) {
                assertThat(before.get(table)).as(table).isGreaterThan(empty.get(table));
            }
            assertThat(keys("*trace*")).isNotEmpty();
        }
    }

    /** How many there are in each table. */
    private static Map<String, Long> rows(App app) {
        JdbcTemplate sql = app.bean(JdbcTemplate.class);
        Map<String, Long> rows = new TreeMap<>();
        for (String table : sql.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()", String.class)) {
            if (!OF_NODES.contains(table)) {
                rows.put(table, sql.queryForObject("SELECT COUNT(*) FROM `" + table + "`", Long.class));
            }
        }
        return rows;
    }

    private static List<String> keys(String pattern) {
        try (RedisClient client = RedisClient.create(Servers.shared().redisUri())) {
            return client.connect().sync().keys(pattern);
        }
    }
}
