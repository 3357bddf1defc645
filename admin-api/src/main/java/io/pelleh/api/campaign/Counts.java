package io.pelleh.api.campaign;

import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.ProgramId;
import java.util.Collection;
import java.util.Map;

/** What counters stand at, this very moment. */
public interface Counts {

    /** Those of the counters that were ever touched. */
    Map<Counter, Count> of(ProgramId program, Collection<Counter> counters);

    /**
     * A counter.
     *
     * @param lacked the smallest amount it ever refused; {@link Long#MAX_VALUE} for none
     */
    record Count(long used, long lacked) {

        static final Count NONE = new Count(0, Long.MAX_VALUE);
    }
}
