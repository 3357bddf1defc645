package io.pelleh.api.coupon.mysql;

import static io.pelleh.api.coupon.mysql.BatchRow.column;

import io.pelleh.api.coupon.Batch;
import io.pelleh.api.coupon.Batches;
import io.pelleh.api.job.RunOver;
import io.pelleh.api.job.Runs;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Batches in {@code coupon_batch}, and the codes that are made for them. */
final class BatchTable implements Batches {

    private static final String SELECT = "SELECT " + BatchRow.COLUMNS + " FROM coupon_batch b ";
    private static final String SILENT =
            "(runner IS NULL OR seen_at < UTC_TIMESTAMP(6) - INTERVAL " + Runs.SILENT_SECONDS + " SECOND)";
    private static final String MINE = " WHERE id = ? AND runner = ?";
    private static final String ADD = "INSERT IGNORE INTO coupon_batch (program, name, pattern, given, personal,"
            + " code_count, digest, started_by, max_uses, valid_from, valid_until, hold_minutes, customers, state,"
            + " started_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'GENERATING', UTC_TIMESTAMP(6))";
    private static final int ROWS_AT_ONCE = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate rows;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    BatchTable(JdbcTemplate rows, TransactionOperations transactions) {
        this.rows = rows;
        this.jdbc = JdbcClient.create(rows);
        this.transactions = transactions;
    }

    @Override
    public boolean add(Batch batch, List<String> customers) {
        Batch.Making making = batch.making();
        Batch.Use use = batch.use();
        return jdbc.sql(ADD)
                        .params(batch.program().value(), batch.name(), making.pattern(), making.given())
                        .params(making.personal(), making.count(), making.digest(), making.startedBy())
                        .param(use.maxUses())
                        .param(column(use.from()))
                        .param(column(use.until()))
                        .param(use.holdMinutes())
                        .param(customers.isEmpty() ? null : JSON.writeValueAsString(customers))
                        .update()
                > 0;
    }

    @Override
    public Optional<Batch> find(ProgramId program, String name) {
        return jdbc.sql(SELECT + "WHERE b.program = ? AND b.name = ?")
                .params(program.value(), name)
                .query(BatchRow::read)
                .optional();
    }

    @Override
    public List<Batch> after(ProgramId program, String name, int limit) {
        return jdbc.sql(SELECT + "WHERE b.program = ? AND b.name > ? ORDER BY b.name LIMIT ?")
                .params(program.value(), name, limit)
                .query(BatchRow::read)
                .list();
    }

    @Override
    public List<String> customers(Batch batch) {
        return jdbc.sql("SELECT customers FROM coupon_batch WHERE id = ? AND customers IS NOT NULL")
                .param(batch.id())
                .query(String.class)
                .optional()
                .map(json -> Arrays.asList(JSON.readValue(json, String[].class)))
                .orElseThrow(RunOver::new);
    }

    @Override
    public List<Batch> abandoned() {
        return jdbc.sql(SELECT + "WHERE b.state = 'GENERATING' AND " + SILENT + " LIMIT 100")
                .query(BatchRow::read)
                .list();
    }

    @Override
    public boolean claim(Batch batch, String runner) {
        return jdbc.sql(
                                "UPDATE coupon_batch SET state = 'GENERATING', runner = ?, seen_at = UTC_TIMESTAMP(6), rate = 0,"
                                        + " problem = NULL WHERE id = ? AND state <> 'DONE' AND " + SILENT)
                        .params(runner, batch.id())
                        .update()
                > 0;
    }

    @Override
    public boolean write(Run run, int done, List<Fresh> codes, double rate) {
        try {
            transactions.executeWithoutResult(status -> written(run, done, codes, rate));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The batch's own row first: who has lost it finds out before it writes. */
    private void written(Run run, int done, List<Fresh> codes, double rate) {
        Batch batch = run.batch();
        int mine = jdbc.sql("UPDATE coupon_batch SET done = ?, rate = ?, seen_at = UTC_TIMESTAMP(6)" + MINE
                        + " AND done = ?")
                .params(done + codes.size(), rate, batch.id(), run.runner(), done)
                .update();
        if (mine == 0) {
            throw new RunOver();
        }
        int[] seq = {done};
        rows.batchUpdate(
                "INSERT INTO coupon (batch, seq, program, code, customer) VALUES (?, ?, ?, ?, ?)",
                codes,
                ROWS_AT_ONCE,
                (row, code) -> {
                    row.setLong(1, batch.id());
                    row.setInt(2, ++seq[0]);
                    row.setString(3, batch.program().value());
                    row.setString(4, code.code());
                    row.setString(5, code.customer());
                });
    }

    @Override
    public void end(Run run, Batch.State state, @Nullable String problem) {
        boolean done = state == Batch.State.DONE;
        jdbc.sql("UPDATE coupon_batch SET state = ?, problem = ?, runner = NULL, finished_at = UTC_TIMESTAMP(6),"
                        + " customers = IF(?, NULL, customers)" + MINE)
                .param(state.name())
                .param(problem)
                .params(done, run.batch().id(), run.runner())
                .update();
    }

    @Override
    public void stop(Batch batch) {
        jdbc.sql("UPDATE coupon_batch SET state = 'STOPPED', runner = NULL WHERE id = ? AND state <> 'DONE'")
                .param(batch.id())
                .update();
    }

    @Override
    public void forget(Batch batch) {
        jdbc.sql("DELETE FROM coupon_batch WHERE id = ? AND done = 0")
                .param(batch.id())
                .update();
    }

    @Override
    public void block(Batch batch, @Nullable Instant at) {
        jdbc.sql("UPDATE coupon_batch SET blocked_at = ? WHERE id = ?")
                .param(column(at))
                .param(batch.id())
                .update();
    }
}
