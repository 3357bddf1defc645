package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.InternalEvents;
import io.pelleh.api.journal.json.JournalJson;
import java.util.List;

/** Internal events in the outbox: a row stays until it is done. */
final class OutboxInMySql implements InternalEvents {

    private final Asking sql;
    private final JournalJson json;
    private final NodeLease node;

    OutboxInMySql(Asking sql, JournalJson json, NodeLease node) {
        this.sql = sql;
        this.json = json;
        this.node = node;
    }

    @Override
    public List<Waiting> waiting(int limit) {
        return sql.list(
                row -> new Waiting(row.getInt(1), row.getLong(2), row.getInt(3), json.event(row.getString(4))),
                "SELECT node_id, batch, seq, payload FROM outbox WHERE kind = ? AND (node_id = ? OR node_id IN"
                        + " (SELECT id FROM node WHERE lease_until < UTC_TIMESTAMP(6)))"
                        + " ORDER BY node_id, batch, seq LIMIT ?",
                JournalRows.INTERNAL,
                node.id(),
                limit);
    }

    @Override
    public void done(List<Waiting> events) {
        sql.changeEach(
                "DELETE FROM outbox WHERE node_id = ? AND batch = ? AND seq = ?",
                events.stream()
                        .map(event -> new Object[] {event.node(), event.batch(), event.seq()})
                        .toList());
    }
}
