package io.pelleh.api.campaign.mysql;

import io.pelleh.api.campaign.Counts;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.ProgramId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code counter}, read. */
public final class CounterTable implements Counts {

    private static final int AT_ONCE = 256;

    private final JdbcClient jdbc;

    public CounterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Counter, Count> of(ProgramId program, Collection<Counter> counters) {
        Map<Counter, Count> counts = new HashMap<>();
        List<Counter> all = new ArrayList<>(counters);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            read(program, all.subList(from, Math.min(all.size(), from + AT_ONCE)), counts);
        }
        return counts;
    }

    private void read(ProgramId program, List<Counter> some, Map<Counter, Count> counts) {
        String any = String.join(
                " OR ", some.stream().map(c -> "(id = ? AND period = ?)").toList());
        List<Object> values = new ArrayList<>(List.of(program.value()));
        some.forEach(counter -> values.addAll(List.of(counter.id(), counter.period())));
        jdbc.sql("SELECT id, period, used, COALESCE(lacked, 9223372036854775807) AS lacked FROM counter"
                        + " WHERE program = ? AND (" + any + ")")
                .params(values)
                .query(row -> {
                    counts.put(
                            new Counter(row.getString("id"), row.getString("period")),
                            new Count(row.getLong("used"), row.getLong("lacked")));
                });
    }
}
