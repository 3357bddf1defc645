package io.pelleh.api.ruleset;

import io.pelleh.engine.program.ProgramId;
import io.pelleh.rules.Edition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the files of the releases are kept; what was released is never changed. */
public interface ReleaseStore {

    /** The releases of a program by number: in force now or once, canaries, and canaries that were aborted. */
    List<Released> all(ProgramId program);

    /** Something for each program that is another whenever its releases are. */
    Map<ProgramId, String> marks();

    /** The files of a release, bytes by path. */
    Map<String, byte[]> files(ProgramId program, long number);

    /** One file as some release had it, by its SHA-256 in hex. */
    Optional<byte[]> file(ProgramId program, String path, String sha256);

    /**
     * Keeps a release.
     *
     * @param along runs in the same transaction
     * @throws ReleaseNumberTaken when another node was first
     */
    void keep(ProgramId program, Released release, Map<String, byte[]> files, Runnable along);

    /**
     * A canary decides for all from an instant on.
     *
     * @param along runs in the same transaction
     * @return false when it was no running canary any more
     */
    boolean promote(ProgramId program, long number, Instant at, Runnable along);

    /**
     * A canary decides for nobody from an instant on.
     *
     * @param along runs in the same transaction
     * @return false when it was no running canary any more
     */
    boolean abort(ProgramId program, long number, Instant at, Runnable along);

    /**
     * One release.
     *
     * @param inForceAt from when it decides for all, until a later one does; null while it does not
     */
    record Released(
            long number,
            State state,
            @Nullable Instant inForceAt,
            Signed signed,
            Edition edition,
            @Nullable Canary canary,
            Origin origin,
            Instant createdAt) {}

    /** What has become of a release. */
    enum State {
        /** It is in force, or was. */
        RELEASED,
        /** It decides for some. */
        CANARY,
        /** It decided for some and will not for all. */
        ABORTED
    }

    /** Who wrote a release, who let it pass, and why. */
    record Signed(String author, String approver, String note) {}

    /**
     * A time during which a release decided for some.
     *
     * @param share of 10,000 customers
     * @param until null while it lasts
     */
    record Canary(int share, Instant from, @Nullable Instant until) {}

    /** Where a release comes from: a draft, or an older release whose files it has again. */
    record Origin(@Nullable String draft, @Nullable Long rolledBackTo) {

        public static final Origin NONE = new Origin(null, null);
    }
}
