package io.pelleh.api.checkout.mysql;

import io.pelleh.api.checkout.OpenCheckout;
import io.pelleh.api.checkout.OpenCheckoutRows;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.program.ProgramId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Open checkouts in the table {@code checkout}; instants are UTC. */
public final class CheckoutTable implements OpenCheckoutRows {

    /** Only an open row changes: a close that came first is never taken back. */
    private static final String UPSERT = """
            INSERT INTO checkout (program, id, state, revision, customer, basket_digest, last_seen_at, offers, promise)
            VALUES (?, ?, 'OPEN', 0, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              customer = IF(state = 'OPEN', VALUES(customer), customer),
              basket_digest = IF(state = 'OPEN', VALUES(basket_digest), basket_digest),
              last_seen_at = IF(state = 'OPEN', VALUES(last_seen_at), last_seen_at),
              offers = IF(state = 'OPEN', VALUES(offers), offers),
              promise = IF(state = 'OPEN', VALUES(promise), promise)
            """;

    private static final String EXPOSE =
            "INSERT IGNORE INTO exposure (program, counter, period, checkout, shown_at) VALUES (?, ?, ?, ?, ?)";

    private static final String FIND = """
            SELECT customer, basket_digest, last_seen_at, offers FROM checkout
            WHERE program = ? AND id = ? AND state = 'OPEN' AND last_seen_at IS NOT NULL
            """;

    private static final int BATCH = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;

    public CheckoutTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(List<OpenCheckout> seen) {
        List<OpenCheckout> sorted = seen.stream()
                .sorted(Comparator.comparing((OpenCheckout c) -> c.program().value())
                        .thenComparing(c -> c.id().value()))
                .toList();
        jdbc.batchUpdate(UPSERT, sorted, BATCH, CheckoutTable::set);
        List<Object[]> exposures = sorted.stream()
                .flatMap(checkout -> checkout.exposures().stream().map(counter -> new Object[] {
                    checkout.program().value(),
                    counter.id(),
                    counter.period(),
                    checkout.id().value(),
                    LocalDateTime.ofInstant(checkout.lastSeenAt(), ZoneOffset.UTC)
                }))
                .toList();
        if (!exposures.isEmpty()) {
            jdbc.batchUpdate(EXPOSE, exposures);
        }
    }

    private static void set(PreparedStatement row, OpenCheckout checkout) throws SQLException {
        row.setString(1, checkout.program().value());
        row.setString(2, checkout.id().value());
        row.setString(3, checkout.customer());
        row.setString(4, checkout.basketDigest());
        row.setObject(5, LocalDateTime.ofInstant(checkout.lastSeenAt(), ZoneOffset.UTC));
        row.setString(6, JSON.writeValueAsString(checkout.offers()));
        row.setString(7, JSON.writeValueAsString(checkout.promise()));
    }

    @Override
    public Optional<OpenCheckout> find(ProgramId program, CheckoutId id) {
        return jdbc.query(FIND, (row, i) -> checkout(program, id, row), program.value(), id.value()).stream()
                .findFirst();
    }

    private static OpenCheckout checkout(ProgramId program, CheckoutId id, ResultSet row) throws SQLException {
        String offers = row.getString("offers");
        return new OpenCheckout(
                program,
                id,
                row.getString("customer"),
                row.getString("basket_digest"),
                row.getObject("last_seen_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                offers == null ? List.of() : Arrays.asList(JSON.readValue(offers, String[].class)),
                null,
                List.of());
    }
}
