package io.pelleh.api.ruleset;

import io.pelleh.api.journal.Leases;
import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.JournalUnavailable;
import io.pelleh.engine.flow.StillDeciding;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Places every customer again once a release changed scoring, segments, ladder or tiers: one node at a time, page by page.
 * Who is decided about in between was placed again just before.
 */
public final class Placing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Placing.class);
    private static final long PAUSE_MILLIS = 200;

    private final JdbcClient jdbc;
    private final Ports ports;
    private final int page;
    private final Map<ProgramId, Long> done = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pelleh-placing").daemon().factory());

    /** What placing needs from outside. */
    public record Ports(ProgramRegister programs, Releases releases, Door door, Leases leases) {}

    /** @param perSecond customers per second, at most */
    public Placing(JdbcClient jdbc, Ports ports, int perSecond) {
        this.jdbc = jdbc;
        this.ports = ports;
        this.page = (int) Math.max(1, perSecond * PAUSE_MILLIS / 1_000);
    }

    /** Begins to work. */
    public Placing begin() {
        Future<?> _ = timer.scheduleWithFixedDelay(this::guarded, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void guarded() {
        try {
            ports.programs().all().forEach(this::work);
        } catch (RuntimeException e) {
            LOG.warn("Customers wait to be placed again: {}", e.getMessage());
        }
    }

    private record Work(long number, String position) {}

    private void work(Program program) {
        long number = since(program);
        if (number <= 1 || Objects.equals(done.get(program.id()), number)) {
            return;
        }
        if (finished(program, number)) {
            done.put(program.id(), number);
            return;
        }
        if (!ports.leases().mine("placing " + program.id())) {
            return;
        }
        begin(program, number);
        page(program, number);
    }

    private void page(Program program, long number) {
        Work work = jdbc.sql("SELECT number, position FROM release_work WHERE program = ? AND number = ?")
                .params(program.id().value(), number)
                .query((row, i) -> new Work(row.getLong("number"), row.getString("position")))
                .single();
        List<String> customers = jdbc.sql("SELECT id FROM customer WHERE program = ? AND id > ? AND release_no < ?"
                        + " AND merged_into IS NULL ORDER BY id LIMIT ?")
                .params(program.id().value(), work.position(), number, page)
                .query((row, i) -> row.getString("id"))
                .list();
        if (customers.isEmpty()) {
            finish(program, number);
        } else if (place(program, customers)) {
            jdbc.sql(
                            "UPDATE release_work SET position = ?, done = LEAST(total, done + ?) WHERE program = ? AND number = ?")
                    .params(customers.getLast(), customers.size(), program.id().value(), number)
                    .update();
        }
    }

    private long since(Program program) {
        try {
            return ports.releases().inForce(program.id()).placedSince();
        } catch (NothingReleased e) {
            return 0;
        }
    }

    private boolean finished(Program program, long number) {
        return ports.releases().nodes().placed(program.id(), number).stream().anyMatch(Nodes.Placed::finished);
    }

    private void begin(Program program, long number) {
        jdbc.sql("INSERT IGNORE INTO release_work (program, number, total) SELECT ?, ?, COUNT(*) FROM customer"
                        + " WHERE program = ? AND release_no < ? AND merged_into IS NULL")
                .params(program.id().value(), number, program.id().value(), number)
                .update();
    }

    private void finish(Program program, long number) {
        jdbc.sql(
                        "UPDATE release_work SET done = total, finished_at = UTC_TIMESTAMP(6) WHERE program = ? AND number = ?")
                .params(program.id().value(), number)
                .update();
    }

    private boolean place(Program program, List<String> customers) {
        List<Future<Boolean>> placed;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            placed = customers.stream()
                    .map(id -> threads.submit(() -> place(program, new CustomerId(id))))
                    .toList();
        }
        return placed.stream().allMatch(Future::resultNow);
    }

    private boolean place(Program program, CustomerId customer) {
        try {
            ports.door().pass(program, customer);
            return true;
        } catch (StillDeciding | JournalUnavailable e) {
            LOG.info("customer {} of {} waits to be placed again: {}", customer, program.id(), e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
