package io.pelleh.api.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.ruleset.Publication;
import io.pelleh.api.ruleset.ReleaseStore.Origin;
import io.pelleh.api.ruleset.ReleaseStore.Signed;
import io.pelleh.api.ruleset.Releases;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.CustomerStates;
import io.pelleh.engine.customer.StateCodec;
import io.pelleh.rules.StarterPack;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** A shop with a small past: release 1 is the starter pack, release 2 gives free shipping from two million on. */
final class TrialShop implements AutoCloseable {

    static final int CUSTOMERS = 30;

    private static final List<String> LIVE = List.of(
            "customer",
            "journal",
            "ledger_entry",
            "lot",
            "customer_order",
            "customer_segment",
            "counter",
            "counter_entry",
            "checkout",
            "outbox",
            "answer",
            "person",
            "alias");

    final App app;
    final JdbcTemplate sql;

    private TrialShop(App app) {
        this.app = app;
        this.sql = app.bean(JdbcTemplate.class);
    }

    static TrialShop open() {
        TrialShop shop = new TrialShop(App.start(Map.of("pelleh.poller.enabled", "false")));
        Map<String, byte[]> files = new TreeMap<>(StarterPack.files());
        files.put("promotions/more.drl", """
                rule "from two million" when Basket(total >= 2000000) then effects.freeShipping(); end
                """.getBytes(StandardCharsets.UTF_8));
        shop.app
                .bean(Releases.class)
                .publish(
                        new Publication(
                                shop.app.program().id(),
                                1,
                                files,
                                new Signed("ann", "bob", "cheaper shipping"),
                                Origin.NONE,
                                null),
                        number -> {});
        for (int i = 0; i < CUSTOMERS; i++) {
            shop.close("c-" + i, "b-" + i, 1_000_000L + i * 100_000);
        }
        shop.close("", "guest-1", 2_500_000);
        return shop;
    }

    private void close(String customer, String basket, long amount) {
        String who = customer.isEmpty() ? "" : "\"customerId\": \"" + customer + "\",";
        App.Reply reply = app.put("/v1/checkouts/" + basket, """
                {%s "state": "closed", "currency": "IRR", "shipping": 600000,
                 "lines": [{"sku": "TEA-500", "category": "tea", "quantity": 1, "unitPrice": %d}]}
                """.formatted(who, amount));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    /** Every row of every table that lives, and every state as Redis has it. */
    String digest() {
        MessageDigest digest = sha256();
        for (String table : LIVE) {
            sql.queryForList("SELECT * FROM " + table).stream()
                    .map(row ->
                            row.values().stream().map(TrialShop::text).toList().toString())
                    .sorted()
                    .forEach(row -> digest.update(row.getBytes(StandardCharsets.UTF_8)));
        }
        CustomerStates states = app.bean("customerStates", CustomerStates.class);
        for (int i = 0; i < CUSTOMERS; i++) {
            Optional<CustomerState> state = states.find(app.program().id(), new CustomerId("c-" + i));
            digest.update(StateCodec.encode(state.orElseThrow()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    @Override
    public void close() {
        app.close();
    }
}
