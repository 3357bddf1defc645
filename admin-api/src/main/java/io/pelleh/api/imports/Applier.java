package io.pelleh.api.imports;

import io.pelleh.api.imports.Assembly.Late;
import io.pelleh.api.imports.Assembly.Made;
import io.pelleh.api.imports.Groups.Batch;
import io.pelleh.api.imports.Job.Counts;
import io.pelleh.api.imports.Job.Place;
import io.pelleh.api.imports.JobRows.Run;
import io.pelleh.api.job.RunOver;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.JournalUnavailable;
import io.pelleh.engine.flow.StillDeciding;
import io.pelleh.engine.program.Program;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends staged rows through the door, several customers at once so that their commits share transactions, and not so many
 * that an import takes the connections the shop needs.
 */
final class Applier {

    private static final int WORKERS = 16;
    private static final int MAX_TRIES = 60;
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long BEAT_NANOS = Duration.ofMillis(500).toNanos();

    private final Stores stores;
    private final Run run;
    private final Assembly assembly;
    private final Delivery delivery;
    private final Window window;
    private final Rate rate = new Rate();
    private final Semaphore slots = new Semaphore(WORKERS);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private long beaten = System.nanoTime();

    /** What is applied, and to which program. */
    record Task(Run run, Program program, Assembly assembly) {}

    Applier(Door door, Stores stores, Task task) {
        this.stores = stores;
        this.run = task.run();
        this.assembly = task.assembly();
        this.delivery = new Delivery(door, stores, run, task.program());
        this.window = new Window(run.job().place().group());
    }

    /** @throws RunOver when it was stopped meanwhile */
    void run() throws InterruptedException {
        Groups groups =
                new Groups(stores.rows(), run.job().id(), run.job().place().group());
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Batch batch = groups.next(); batch != null && failure.get() == null; batch = groups.next()) {
                take(1);
                Batch one = batch;
                Window.Ticket ticket = window.begin(one.last(), one.rows());
                workers.execute(() -> work(one, ticket));
            }
            take(WORKERS);
        } finally {
            // Workers that are still at it end by themselves: what they commit is not committed again.
            failure.compareAndSet(null, new RunOver());
        }
        beat();
        RuntimeException failed = failure.get();
        if (failed != null && !(failed instanceof RunOver)) {
            throw failed;
        }
    }

    private void take(int permits) throws InterruptedException {
        while (!slots.tryAcquire(permits, BEAT_NANOS, TimeUnit.NANOSECONDS)) {
            beat();
        }
        if (System.nanoTime() - beaten > BEAT_NANOS) {
            beat();
        }
    }

    private void beat() {
        Window.Progress progress = window.progress();
        Place before = run.job().place();
        Place place = new Place(before.file(), before.line(), before.bytes(), progress.group());
        Counts more = new Counts(0, 0, 0, progress.rows());
        stores.jobs().advance(run, new JobRows.Step(Job.State.APPLYING, more, place, rate.after(progress.rows())));
        beaten = System.nanoTime();
    }

    private void work(Batch batch, Window.Ticket ticket) {
        try {
            window.done(ticket, apply(batch));
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            slots.release();
        }
    }

    /** Returns how many rows were not taken in. */
    private int apply(Batch batch) {
        Made made = assembly.make(batch.groups());
        for (int tries = 1; failure.get() == null; tries++) {
            Optional<List<Late>> refused = brought(made, tries == MAX_TRIES);
            if (refused.isPresent()) {
                return reject(Stream.concat(made.refused().stream(), refused.get().stream())
                        .toList());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new RunOver();
    }

    /** Empty when MySQL is away, or the customer busy: it is tried again. */
    private Optional<List<Late>> brought(Made made, boolean lastTry) {
        try {
            return Optional.of(delivery.bring(made));
        } catch (JournalUnavailable | StillDeciding e) {
            if (lastTry) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private int reject(List<Late> refused) {
        if (refused.isEmpty()) {
            return 0;
        }
        stores.together(() -> {
            int fresh = stores.rows().reject(run.job().id(), refused);
            stores.jobs().rejected(run, fresh);
        });
        return refused.stream().mapToInt(late -> late.rows().size()).sum();
    }
}
