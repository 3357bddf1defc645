package io.pelleh.api.imports;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.program.ProgramId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose the orders on file are. */
final class Orders {

    private static final int AT_ONCE = 256;

    private final JdbcTemplate jdbc;

    Orders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The buyers of those orders that are on file; empty for a guest. */
    Map<String, Optional<CustomerId>> buyers(ProgramId program, Collection<String> orders) {
        Map<String, Optional<CustomerId>> buyers = new HashMap<>();
        List<String> ids = List.copyOf(orders);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            List<Object> values = new ArrayList<>(some);
            values.addFirst(program.value());
            jdbc.query(
                    "SELECT id, customer FROM customer_order WHERE program = ? AND id IN (?"
                            + ", ?".repeat(some.size() - 1) + ")",
                    row -> {
                        Optional<CustomerId> buyer =
                                Optional.ofNullable(row.getString(2)).map(CustomerId::new);
                        buyers.put(row.getString(1), buyer);
                    },
                    values.toArray());
        }
        return buyers;
    }
}
