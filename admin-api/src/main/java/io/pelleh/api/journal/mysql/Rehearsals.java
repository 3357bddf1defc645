package io.pelleh.api.journal.mysql;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends commits through the committer's statements on a connection of their own, and takes everything back. */
final class Rehearsals {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);

    private final DataSource source;
    private final NodeLease lease;

    Rehearsals(DataSource source, NodeLease lease) {
        this.source = source;
        this.lease = lease;
    }

    void run(List<Pending> batch) {
        try (Line line = new Line(source)) {
            new Transaction(line.open(), lease).rehearse(batch);
        } catch (SQLException e) {
            LOG.debug("{} commits could not be rehearsed", batch.size(), e);
        }
    }
}
