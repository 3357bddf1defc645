package io.pelleh.api.imports;

import io.pelleh.api.imports.csv.Mapping;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import and how far it has come.
 *
 * @param problem why it failed, or null
 */
record Job(
        ProgramId program,
        String id,
        State state,
        Plan plan,
        Counts counts,
        Place place,
        Pace pace,
        @Nullable String problem) {

    /** Where an import stands. Stopped and failed ones can be resumed. */
    enum State {
        UPLOADING,
        STAGING,
        APPLYING,
        DONE,
        STOPPED,
        FAILED
    }

    /**
     * What is to be imported.
     *
     * @param source origin of the rows, part of every event's id
     * @param now what the program's clock showed when it began: nothing may have happened later
     */
    record Plan(Mapping mapping, String source, List<Upload> files, String startedBy, Instant now) {

        Plan {
            files = List.copyOf(files);
        }

        long bytes() {
            return files.stream().mapToLong(Upload::bytes).sum();
        }

        /** Identifies a row within its source. */
        String row(long at) {
            return files.size() == 1 ? Long.toString(line(at)) : file(at) + ":" + line(at);
        }
    }

    /** A file as it was sent. */
    record Upload(String name, long bytes) {}

    /** Rows, titles not counted: read = accepted + rejected. */
    record Counts(long read, long accepted, long rejected, long applied) {

        Counts plus(Counts more) {
            return new Counts(
                    read + more.read, accepted + more.accepted, rejected + more.rejected, applied + more.applied);
        }
    }

    /**
     * Where to go on.
     *
     * @param file number of the file being staged, from 1; one more than there are when all is staged
     * @param line last line staged of that file
     * @param bytes read of all files so far
     * @param group last group of rows of which it and all before are applied
     */
    record Place(int file, long line, long bytes, String group) {

        static final Place BEGIN = new Place(1, 0, 0, "");
    }

    /** Rows per second of the present phase, and when it was over. */
    record Pace(double rate, Instant startedAt, @Nullable Instant finishedAt) {}

    private static final int FILE_SHIFT = 40;

    /** A row's place among all files, ascending. */
    static long at(int file, long line) {
        return ((long) file << FILE_SHIFT) + line;
    }

    static int file(long at) {
        return (int) (at >> FILE_SHIFT);
    }

    static long line(long at) {
        return at & ((1L << FILE_SHIFT) - 1);
    }

    boolean staged() {
        return place.file() > plan.files().size();
    }

    /** Seconds until all is applied, as far as it can be told; -1 when it cannot. */
    long etaSeconds() {
        if (pace.rate() <= 0) {
            return -1;
        }
        long left = switch (state) {
            case STAGING -> place.bytes() == 0 ? -1 : counts.read() * plan.bytes() / place.bytes() - counts.read();
            case APPLYING -> counts.accepted() - counts.applied();
            case DONE -> 0;
            case UPLOADING, STOPPED, FAILED -> -1;
        };
        return left < 0 ? -1 : Math.round(left / pace.rate());
    }
}
