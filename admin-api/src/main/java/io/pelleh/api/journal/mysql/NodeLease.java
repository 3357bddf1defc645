package io.pelleh.api.journal.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** This process's place among the nodes: the id its batches carry, fenced by a holder no other process has. */
final class NodeLease {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);
    private static final String UNTIL = "UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND";

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final @Nullable String name;
    private final long micros;

    private volatile Place place;
    private volatile long lastBatch;

    /**
     * A place, as it was found.
     *
     * @param unrepaired the last batch known to be in Redis when it was found
     */
    record Place(int id, String holder, long lastBatch, long unrepaired) {}

    NodeLease(JdbcTemplate sql, @Nullable String name, Duration length) {
        this.sql = sql;
        this.transaction =
                new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(sql.getDataSource())));
        this.name = name;
        this.micros = TimeUnit.NANOSECONDS.toMicros(length.toNanos());
        this.place = claim();
        this.lastBatch = place.lastBatch();
    }

    int id() {
        return place.id();
    }

    Place place() {
        return place;
    }

    /** The last batch that is durable. */
    long lastBatch() {
        return lastBatch;
    }

    /** Numbers a batch inside its transaction; throws when the place was given away. */
    void advance(Connection connection, long batch) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE node SET last_batch = ? WHERE id = ? AND holder = ?")) {
            update.setLong(1, batch);
            update.setInt(2, place.id());
            update.setString(3, place.holder());
            if (update.executeUpdate() != 1) {
                throw new LeaseLost(place.id());
            }
        }
    }

    /** The batch is durable. */
    void advanced(long batch) {
        lastBatch = batch;
    }

    /** Asks MySQL which batch was the last, after a connection broke; throws when the place was given away. */
    long reload(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT last_batch FROM node WHERE id = ? AND holder = ?")) {
            select.setInt(1, place.id());
            select.setString(2, place.holder());
            lastBatch = only(select);
        }
        return lastBatch;
    }

    private long only(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new LeaseLost(place.id());
            }
            return row.getLong(1);
        }
    }

    /** Keeps the place, and notes up to which batch Redis is known to be complete; false when it was given away. */
    boolean beat(Place held, long redisBatch) {
        return sql.update(
                        "UPDATE node SET lease_until = " + UNTIL
                                + ", last_redis_batch = GREATEST(last_redis_batch, ?) WHERE id = ? AND holder = ?",
                        micros,
                        redisBatch,
                        held.id(),
                        held.holder())
                == 1;
    }

    /** Takes another place after this one was given away. */
    void reclaim() {
        place = claim();
        lastBatch = place.lastBatch();
    }

    /** Gives the place up at once. */
    void release() {
        sql.update(
                "UPDATE node SET lease_until = UTC_TIMESTAMP(6) WHERE id = ? AND holder = ?",
                place.id(),
                place.holder());
    }

    private Place claim() {
        Place found = null;
        while (found == null) {
            try {
                found = transaction.execute(status -> taken());
            } catch (DuplicateKeyException e) {
                LOG.debug("Another process was given the same new number; the next one is free", e);
            }
        }
        return found;
    }

    private Place taken() {
        String holder = UUID.randomUUID().toString();
        List<Place> free = free(holder);
        if (free.isEmpty()) {
            int id = Objects.requireNonNull(
                    sql.queryForObject("SELECT COALESCE(MAX(id), 0) + 1 FROM node", Integer.class));
            sql.update(
                    "INSERT INTO node (id, name, holder, lease_until) VALUES (?, ?, ?, " + UNTIL + ")",
                    id,
                    name,
                    holder,
                    micros);
            return new Place(id, holder, 0, 0);
        }
        Place place = free.getFirst();
        sql.update("UPDATE node SET holder = ?, lease_until = " + UNTIL + " WHERE id = ?", holder, micros, place.id());
        return place;
    }

    private List<Place> free(String holder) {
        String mine = name == null ? "name IS NULL AND lease_until < UTC_TIMESTAMP(6)" : "name = ?";
        String lock = name == null ? " FOR UPDATE SKIP LOCKED" : " FOR UPDATE";
        Object[] values = name == null ? new Object[0] : new Object[] {name};
        return sql.query(
                "SELECT id, last_batch, last_redis_batch FROM node WHERE " + mine + " ORDER BY id LIMIT 1" + lock,
                (row, i) -> new Place(row.getInt(1), holder, row.getLong(2), row.getLong(3)),
                values);
    }
}
