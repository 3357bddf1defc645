package io.pelleh.api.ruleset;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where the files of the releases are kept; what was released is never changed. */
public interface ReleaseStore {

    /** The releases of a program, in the order in which they came into force. */
    List<Released> released(ProgramId program);

    /** The files of a release, bytes by path. */
    Map<String, byte[]> files(ProgramId program, long number);

    /**
     * Keeps a release.
     *
     * @throws ReleaseNumberTaken when another node was first
     */
    void keep(ProgramId program, Released release, Map<String, byte[]> files);

    /**
     * One release.
     *
     * @param inForceAt from when it decides, until a later one does
     */
    record Released(long number, Instant inForceAt, Signed signed) {}

    /** Who wrote a release, who let it pass, and why. */
    record Signed(String author, String approver, String note) {}
}
