package io.pelleh.api.backtest;

import io.pelleh.api.backtest.Comparison.Side;
import io.pelleh.api.backtest.Comparison.Stage;
import io.pelleh.api.backtest.Run.Progress;
import io.pelleh.api.journal.Histories.Period;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.Program;
import io.pelleh.rules.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One backtest from beginning to end, on all processors.
 *
 * <p>Customers are gone through in no order, so nobody can say along the way when what they share was used up. So the
 * period is gone through again: first with no end to it, which tells when each counter comes to its end, then with those
 * ends, and so on until nothing else is found, at most {@value #MAX_PASSES} times. Whatever was decided up to the first end
 * that is still wrong is right, so each time at least one more end is.
 */
final class Rerun {

    private static final int MAX_PASSES = 6;
    private static final long BEAT_MILLIS = 500;

    private final Task task;
    private final Supplier<Past> past;
    private final int threads;

    /**
     * What is compared, over which period.
     *
     * @param used what was taken from counters before the period
     */
    record Task(
            Program program,
            RuleSet before,
            RuleSet after,
            Likeness likeness,
            Period period,
            Assumptions assumptions,
            Map<Counter, Long> used) {}

    /** What came out. */
    record Result(Tally tally, Spent before, Spent after, int passes) {}

    /** Watches from outside. */
    interface Watch {

        /** Every half second: customers done in this pass, of so many in all. */
        void beat(long done, int pass);
    }

    /** @param past opened anew for each pass */
    Rerun(Task task, Supplier<Past> past, int threads) {
        this.task = task;
        this.past = past;
        this.threads = threads;
    }

    /** @throws RuntimeException whatever {@code watch} throws, which ends it, or the rules */
    Result run(Watch watch) throws InterruptedException {
        Spent before = Spent.NOTHING;
        Spent after = Spent.NOTHING;
        for (int pass = 1; true; pass++) {
            Tally tally = pass(before, after, new Beating(watch, pass));
            Spent foundBefore = tally.before.spent(task.used());
            Spent foundAfter = tally.after.spent(task.used());
            if (pass == MAX_PASSES || (foundBefore.equals(before) && foundAfter.equals(after))) {
                return new Result(tally, before, after, pass);
            }
            before = foundBefore;
            after = foundAfter;
        }
    }

    private record Beating(Watch watch, int pass) {}

    private Tally pass(Spent before, Spent after, Beating beating) throws InterruptedException {
        Past all = past.get();
        Progress progress = new Progress();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Tally>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(workers.submit(new Run(all, stage(before, after), progress)::call));
            }
            return sum(parts, progress, beating);
        }
    }

    private Stage stage(Spent before, Spent after) {
        boolean alike = before.equals(Spent.NOTHING)
                && after.equals(Spent.NOTHING)
                && task.likeness().in(task.before(), task.after()).withoutBasket();
        return new Stage(
                task.program(),
                new Side(task.before(), new Till.Known(before, task.used())),
                new Side(task.after(), new Till.Known(after, task.used())),
                alike,
                task.period(),
                task.assumptions());
    }

    private static Tally sum(List<Future<Tally>> parts, Progress progress, Beating beating)
            throws InterruptedException {
        try {
            Tally sum = new Tally();
            for (Future<Tally> part : parts) {
                sum.add(awaited(part, progress, beating));
            }
            beating.watch().beat(progress.done(), beating.pass());
            return sum;
        } finally {
            progress.stop();
        }
    }

    private static Tally awaited(Future<Tally> part, Progress progress, Beating beating) throws InterruptedException {
        while (!ready(part)) {
            beating.watch().beat(progress.done(), beating.pass());
        }
        return part.resultNow();
    }

    private static boolean ready(Future<Tally> part) throws InterruptedException {
        try {
            part.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
