package io.pelleh.bench.evaluate;

import io.pelleh.bench.promotion.Baskets;
import io.pelleh.bench.promotion.Promotions;
import io.pelleh.engine.facts.Basket;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One basket of five lines against a book of promotions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class EvaluateBenchmark {

    private static final int BASKETS = 64;
    private static final long WARM_UP_CPU_NANOS = 1_500_000_000;

    /** Who evaluates. */
    @Param
    public Candidate candidate = Candidate.TABLE;

    /** Size of the book. */
    @Param({"10", "100", "1000", "10000"})
    public int promotions;

    private Evaluator evaluator = basket -> List.of();
    private List<Basket> baskets = List.of();
    private int next;

    @Setup
    public void prepare() {
        Promotions book = Promotions.ofSize(promotions);
        evaluator = candidate.make(book);
        baskets = Baskets.of(BASKETS, book.categories());
        Agreement.check(book, evaluator, baskets);
        warmUp();
    }

    /** By CPU time, not by the clock: on a shared machine a second may be a fifth of one. */
    private void warmUp() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + WARM_UP_CPU_NANOS;
        for (int i = 0; threads.getCurrentThreadCpuTime() < end; i++) {
            Blackhole.consumeCPU(evaluator.evaluate(baskets.get(i % BASKETS)).size() & 1);
        }
    }

    @Benchmark
    public List<?> evaluate(Cost cost) {
        cost.operations++;
        next = (next + 1) % BASKETS;
        return evaluator.evaluate(baskets.get(next));
    }
}
