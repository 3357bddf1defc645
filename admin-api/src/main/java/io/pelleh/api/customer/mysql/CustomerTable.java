package io.pelleh.api.customer.mysql;

import io.pelleh.api.customer.CustomerSearch;
import io.pelleh.engine.customer.Scores;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of customers from indexed columns; pages go by id, so that a page costs the same wherever it lies. */
public final class CustomerTable implements CustomerSearch {

    private static final String SELECT = """
            SELECT c.id, c.rung, c.tier, c.segment, c.loyalty, c.frequency, c.recency, c.monetary,
              c.order_count, c.spent, c.points, c.last_order_at, p.name, p.gender, p.city
            FROM customer c
            """;
    private static final String INTEREST =
            " JOIN interest i ON i.program = c.program AND i.customer = c.id AND i.sku = ? AND i.last_asked_at >= ?";
    private static final String SEGMENT =
            " JOIN customer_segment s ON s.program = c.program AND s.customer = c.id AND s.segment = ?";
    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final JdbcClient jdbc;

    public CustomerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> find(ProgramId program, Filter filter, String afterId, int limit) {
        StringBuilder sql = new StringBuilder(SELECT);
        List<Object> values = new ArrayList<>();
        joins(sql, values, filter);
        sql.append(" WHERE c.program = ? AND c.id > ? AND c.merged_into IS NULL");
        values.add(program.value());
        values.add(afterId);
        equal(sql, values, " AND c.rung = ?", filter.rung());
        equal(sql, values, " AND c.tier = ?", filter.tier());
        equal(sql, values, " AND p.city = ?", filter.city());
        equal(sql, values, " AND p.gender = ?", filter.gender());
        sql.append(" ORDER BY c.id LIMIT ?");
        values.add(limit);
        return jdbc.sql(sql.toString())
                .params(values)
                .query(CustomerTable::found)
                .list();
    }

    private static void joins(StringBuilder sql, List<Object> values, Filter filter) {
        boolean byPerson = filter.city() != null || filter.gender() != null;
        sql.append(byPerson ? " JOIN" : " LEFT JOIN")
                .append(" person p ON p.program = c.program AND p.customer = c.id");
        if (filter.askedFor() != null) {
            sql.append(INTEREST);
            values.add(filter.askedFor());
            values.add(
                    filter.askedSince() == null ? EVER : LocalDateTime.ofInstant(filter.askedSince(), ZoneOffset.UTC));
        }
        equal(sql, values, SEGMENT, filter.segment());
    }

    private static void equal(StringBuilder sql, List<Object> values, String condition, @Nullable String value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static Found found(ResultSet row, int index) throws SQLException {
        LocalDateTime lastOrder = row.getObject("last_order_at", LocalDateTime.class);
        return new Found(
                row.getString("id"),
                new Position(row.getString("rung"), row.getString("tier"), row.getString("segment"), scores(row)),
                new Sums(
                        row.getLong("order_count"),
                        row.getLong("spent"),
                        row.getLong("points"),
                        lastOrder == null ? null : lastOrder.toInstant(ZoneOffset.UTC)),
                new Person(row.getString("name"), row.getString("gender"), row.getString("city")));
    }

    private static Scores scores(ResultSet row) throws SQLException {
        return new Scores(
                row.getInt("loyalty"), row.getInt("frequency"), row.getInt("recency"), row.getInt("monetary"));
    }
}
