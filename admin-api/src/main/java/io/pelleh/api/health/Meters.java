package io.pelleh.api.health;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pelleh.api.journal.CommitListener;
import io.pelleh.engine.flow.Meter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts and times what the flow and the committer do, under names that begin with {@code pelleh}. */
public final class Meters implements Meter, CommitListener {

    private final Map<Step, Timer> steps = new EnumMap<>(Step.class);
    private final Map<Occasion, Counter> occasions = new EnumMap<>(Occasion.class);
    private final DistributionSummary batchSize;
    private final Timer batchTime;
    private final Counter clashes;
    private final Counter retries;
    private final Counter repairs;
    private final AtomicInteger waiting = new AtomicInteger();

    public Meters(MeterRegistry registry) {
        for (Step step : Step.values()) {
            steps.put(step, timer("pelleh.flow.step").tag("step", word(step)).register(registry));
        }
        for (Occasion occasion : Occasion.values()) {
            String word = word(occasion);
            occasions.put(occasion, registry.counter("pelleh.flow.occasions", "occasion", word));
        }
        batchSize = DistributionSummary.builder("pelleh.commit.batch.size")
                .description("Commits in one transaction")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        batchTime = timer("pelleh.commit.batch.time").register(registry);
        clashes = registry.counter("pelleh.commit.clashes");
        retries = registry.counter("pelleh.commit.retries");
        repairs = registry.counter("pelleh.redis.repairs");
        registry.gauge("pelleh.commit.waiting", waiting);
    }

    private static Timer.Builder timer(String name) {
        return Timer.builder(name).publishPercentiles(0.5, 0.99);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void took(Step step, long nanos) {
        Timer timer = steps.get(step);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void count(Occasion occasion) {
        Counter counter = occasions.get(occasion);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void batch(int commits, long nanos) {
        batchSize.record(commits);
        batchTime.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void clash() {
        clashes.increment();
    }

    @Override
    public void retry() {
        retries.increment();
    }

    @Override
    public void repaired() {
        repairs.increment();
    }

    @Override
    public void queued(int commits) {
        waiting.set(commits);
    }
}
