package io.pelleh.engine.flow;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;

/**
 * Codes that promotions want to hand out.
 *
 * @param now codes of a batch that is over by then, or blocked, are not given
 * @param real whether codes are made; else it is only told which batches would give one
 */
public record CouponsWanted(ProgramId program, List<Wanted> codes, Instant now, boolean real) {

    public CouponsWanted {
        codes = List.copyOf(codes);
    }

    /** The same, to be told about only. */
    CouponsWanted shown() {
        return new CouponsWanted(program, codes, now, false);
    }

    /** A code of a batch, for a promotion. */
    public record Wanted(String promotion, String batch) {}
}
