package io.pelleh.api.backtest;

import io.pelleh.api.backtest.Run.Progress;
import io.pelleh.api.journal.Histories.Period;
import io.pelleh.api.backtest.Comparison.Side;
import io.pelleh.api.backtest.Comparison.Stage;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.program.Program;
import io.pelleh.rules.Likeness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
 * <p>Customers are gone through in no order, so nobody can say along the way when a limit that all share was reached. So
 * the period is gone through again: first with no such limit, which tells when the first was reached, then with that one
 * ended at that instant, and so on, at most {@value #MAX_PASSES} times.
 */
final class Rerun {

    private static final int MAX_PASSES = 4;
    private static final long BEAT_MILLIS = 500;

    private final Task task;
    private final Supplier<Past> past;
    private final int threads;

    /**
     * What is compared, over which period.
     *
     * @param used uses of promotions that are limited in all, from before the period
     */
    record Task(
            Program program,
            RuleSet before,
            RuleSet after,
            Likeness likeness,
            Period period,
            Assumptions assumptions,
            Map<String, Long> used) {}

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
            Map<String, Instant> overBefore = over(tally.before, before);
            Map<String, Instant> overAfter = over(tally.after, after);
            if (pass == MAX_PASSES || (overBefore.isEmpty() && overAfter.isEmpty())) {
                return new Result(tally, before, after, pass);
            }
            before = before.with(overBefore, pass == MAX_PASSES - 1);
            after = after.with(overAfter, pass == MAX_PASSES - 1);
        }
    }

    private Map<String, Instant> over(Books books, Spent known) {
        Map<String, Instant> over = new HashMap<>();
        books.uses()
                .forEach((id, uses) -> uses.over(task.used().getOrDefault(id, 0L))
                        .filter(at -> !known.since().containsKey(id))
                        .ifPresent(at -> over.put(id, at)));
        return over;
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
        boolean alike = before.equals(after)
                && task.likeness().in(task.before(), task.after()).withoutBasket();
        return new Stage(
                task.program(),
                new Side(task.before(), before),
                new Side(task.after(), after),
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
