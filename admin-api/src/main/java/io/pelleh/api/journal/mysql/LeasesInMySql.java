package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.Leases;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Leases by the clock of the database. */
final class LeasesInMySql implements Leases {

    private final Asking sql;
    private final NodeLease node;
    private final long micros;

    LeasesInMySql(Asking sql, NodeLease node, Duration length) {
        this.sql = sql;
        this.node = node;
        this.micros = TimeUnit.NANOSECONDS.toMicros(length.toNanos());
    }

    @Override
    public boolean mine(String work) {
        sql.change(
                "INSERT INTO lease (name, node_id, lease_until)"
                        + " VALUES (?, ?, UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND) ON DUPLICATE KEY UPDATE"
                        + " node_id = IF(lease_until < UTC_TIMESTAMP(6), VALUES(node_id), node_id),"
                        + " lease_until = IF(node_id = VALUES(node_id), VALUES(lease_until), lease_until)",
                work,
                node.id(),
                micros);
        return sql.first(row -> row.getInt(1), "SELECT node_id FROM lease WHERE name = ?", work)
                .filter(holder -> holder == node.id())
                .isPresent();
    }
}
