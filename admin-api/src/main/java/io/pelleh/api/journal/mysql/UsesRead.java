package io.pelleh.api.journal.mysql;

import io.pelleh.engine.flow.JournalUnavailable;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.ProgramId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counters as quotes see them: at most a second old, and while MySQL is away as they were last. */
final class UsesRead {

    private static final Logger LOG = LoggerFactory.getLogger(UsesRead.class);
    private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MAX_KNOWN = 50_000;

    private final Reads reads;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    UsesRead(Reads reads) {
        this.reads = reads;
    }

    private record Key(ProgramId program, Counter counter) {}

    private record Known(long used, long nanos) {

        boolean fresh() {
            return System.nanoTime() - nanos < MAX_AGE_NANOS;
        }
    }

    Map<Counter, Long> of(ProgramId program, Set<Counter> counters) {
        if (!counters.stream().map(id -> known.get(new Key(program, id))).allMatch(UsesRead::fresh)) {
            read(program, counters);
        }
        Map<Counter, Long> used = new HashMap<>();
        for (Counter id : counters) {
            Known last = known.get(new Key(program, id));
            used.put(id, last == null ? 0 : last.used());
        }
        return used;
    }

    private static boolean fresh(@Nullable Known last) {
        return last != null && last.fresh();
    }

    private void read(ProgramId program, Set<Counter> counters) {
        if (known.size() > MAX_KNOWN) {
            known.clear();
        }
        try {
            Map<Counter, Long> used = reads.used(program, counters);
            long now = System.nanoTime();
            counters.forEach(id -> known.put(new Key(program, id), new Known(used.getOrDefault(id, 0L), now)));
        } catch (JournalUnavailable e) {
            LOG.debug("Counters cannot be read; quotes take them as they were last for a while", e);
            long now = System.nanoTime();
            counters.forEach(id ->
                    known.compute(new Key(program, id), (key, last) -> new Known(last == null ? 0 : last.used(), now)));
        }
    }
}
