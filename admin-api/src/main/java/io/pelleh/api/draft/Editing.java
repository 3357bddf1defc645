package io.pelleh.api.draft;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.program.ProgramId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edits the files of drafts: who saw another version is shown all three. */
public final class Editing {

    private static final int MAX_FILES = 1_000;
    private static final int MAX_FILE_BYTES = 8 << 20;
    private static final long MAX_BYTES = 32L << 20;

    private final Drafts drafts;

    public Editing(Drafts drafts) {
        this.drafts = drafts;
    }

    /** A file as it would be; empty when there is none. */
    Optional<Content> file(ProgramId program, String draft, String path) {
        return Optional.ofNullable(drafts.files(program, draft).get(path)).map(Content::of);
    }

    /**
     * Writes or takes out one file.
     *
     * @throws Refused when somebody else changed it since, with base, yours and theirs; when a limit is passed; when the
     *     draft is not open for edits
     */
    Draft edit(Edit edit) {
        return apply(edit.program(), edit.draft(), List.of(edit));
    }

    /** Writes or takes out several files, all or none. */
    Draft apply(ProgramId program, String id, List<Edit> edits) {
        Draft before = drafts.get(program, id);
        if (!before.editable()) {
            throw new Refused(
                    Code.DRAFT_STATE, "a draft that is " + before.state().word() + " is not edited; withdraw it first");
        }
        Sides sides = new Sides(
                drafts.ports().releases().newest(program).files(), drafts.rows().changes(program, id));
        Map<String, byte[]> all = Drafts.over(sides.released(), sides.changes());
        edits.forEach(edit -> check(edit, Content.orNull(all.get(edit.path()))));
        Draft after = before.edited();
        List<Change> changes = edits.stream()
                .filter(edit -> !Objects.equals(edit.content(), Content.orNull(all.get(edit.path()))))
                .map(edit -> change(edit, after.revision(), sides))
                .toList();
        limits(Drafts.over(all, changes));
        return changes.isEmpty() ? before : write(before, after, new Written(program, changes, all));
    }

    /** What is released, and what the draft already changes. */
    private record Sides(Map<String, byte[]> released, List<Change> changes) {

        @Nullable
        String base(String path) {
            for (Change change : changes) {
                if (change.path().equals(path)) {
                    return change.base();
                }
            }
            return sha(released.get(path));
        }
    }

    private record Written(ProgramId program, List<Change> changes, Map<String, byte[]> before) {}

    private Draft write(Draft before, Draft after, Written written) {
        ProgramId program = written.program();
        drafts.ports().transaction().executeWithoutResult(status -> {
            if (!drafts.rows().replace(program, before.revision(), after)) {
                throw new Refused(Code.VERSION_STALE, "somebody else has just changed the draft; send it again");
            }
            for (Change change : written.changes()) {
                drafts.rows().add(program, before.id(), change);
                drafts.ports()
                        .audit()
                        .add(new Trail(program, change.by())
                                .edit(before.id(), change, sha(written.before().get(change.path()))));
            }
        });
        return after;
    }

    private Change change(Edit edit, long revision, Sides sides) {
        return new Change(edit.path(), revision, sides.base(edit.path()), edit.content(), edit.actor(), drafts.now());
    }

    private static @Nullable String sha(byte @Nullable [] bytes) {
        return bytes == null ? null : Content.of(bytes).sha();
    }

    private void check(Edit edit, @Nullable Content theirs) {
        String now = theirs == null ? Edit.NONE : theirs.sha();
        boolean mine = theirs != null && theirs.equals(edit.content());
        if (edit.seen().equals(Edit.ANY) ? theirs == null : !edit.seen().equals(now) && !mine) {
            throw new ThreeWay(edit.path(), seen(edit), edit.content(), theirs)
                    .refused(Code.VERSION_STALE, "somebody else changed " + edit.path() + " since you read it");
        }
    }

    /** The version the editor began from, wherever it is kept. */
    private @Nullable Content seen(Edit edit) {
        if (edit.seen().length() != 64) {
            return null;
        }
        return drafts.rows()
                .content(edit.program(), edit.draft(), edit.path(), edit.seen())
                .or(() -> drafts.ports()
                        .releases()
                        .file(edit.program(), edit.path(), edit.seen())
                        .map(Content::of))
                .orElse(null);
    }

    private static void limits(Map<String, byte[]> files) {
        long bytes = 0;
        for (byte[] content : files.values()) {
            bytes += content.length;
            if (content.length > MAX_FILE_BYTES) {
                throw new Refused(Code.TOO_LARGE, "a file of more than " + MAX_FILE_BYTES + " bytes; split it");
            }
        }
        if (files.size() > MAX_FILES || bytes > MAX_BYTES) {
            throw new Refused(
                    Code.TOO_LARGE, "a release has at most " + MAX_FILES + " files and " + MAX_BYTES + " bytes in all");
        }
    }
}
