package io.pelleh.api.ruleset.mysql;

import io.pelleh.api.ruleset.Nodes;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code release_node} and {@code release_work}; instants are the database's, in UTC. */
public final class NodeTable implements Nodes {

    private static final int MAX_REASON = 1_000;

    private final JdbcClient jdbc;
    private final IntSupplier node;

    /** @param node number of this node now */
    public NodeTable(JdbcClient jdbc, IntSupplier node) {
        this.jdbc = jdbc;
        this.node = node;
    }

    @Override
    public void loaded(ProgramId program, long number) {
        report(program, number, State.LOADED, "");
    }

    @Override
    public void failed(ProgramId program, long number, String reason) {
        report(program, number, State.FAILED, reason.substring(0, Math.min(MAX_REASON, reason.length())));
    }

    private void report(ProgramId program, long number, State state, String reason) {
        jdbc.sql("REPLACE INTO release_node (program, number, node_id, state, reason, at)"
                        + " VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))")
                .params(program.value(), number, node.getAsInt(), state.name(), reason)
                .update();
    }

    @Override
    public List<Node> of(ProgramId program, long number) {
        return jdbc.sql("SELECT n.id, r.state, r.reason, COALESCE(r.at, UTC_TIMESTAMP(6)) AS at FROM node n"
                        + " LEFT JOIN release_node r ON r.node_id = n.id AND r.program = ? AND r.number = ?"
                        + " WHERE n.lease_until > UTC_TIMESTAMP(6) ORDER BY n.id")
                .params(program.value(), number)
                .query(NodeTable::node)
                .list();
    }

    private static Node node(ResultSet row, int index) throws SQLException {
        String state = row.getString("state");
        String reason = row.getString("reason");
        return new Node(
                row.getInt("id"),
                state == null ? State.LOADING : State.valueOf(state),
                reason == null ? "" : reason,
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    @Override
    public List<Placed> placed(ProgramId program, long number) {
        return jdbc.sql("SELECT done, total, finished_at FROM release_work WHERE program = ? AND number = ?")
                .params(program.value(), number)
                .query((row, i) ->
                        new Placed(row.getLong("done"), row.getLong("total"), row.getObject("finished_at") != null))
                .list();
    }
}
