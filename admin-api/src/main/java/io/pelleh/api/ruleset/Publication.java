package io.pelleh.api.ruleset;

import io.pelleh.api.ruleset.ReleaseStore.Origin;
import io.pelleh.api.ruleset.ReleaseStore.Signed;
import io.pelleh.engine.program.ProgramId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files that are to be released.
 *
 * @param base number of the release in force that they come after; 0 for the first
 * @param share of 10,000 customers for a canary; null for all
 */
public record Publication(
        ProgramId program,
        long base,
        Map<String, byte[]> files,
        Signed signed,
        Origin origin,
        @Nullable Integer share) {

    /** The first release of a program. */
    public static Publication first(ProgramId program, Map<String, byte[]> files, Signed signed) {
        return new Publication(program, 0, files, signed, Origin.NONE, null);
    }
}
