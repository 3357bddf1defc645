package io.pelleh.api.draft;

import io.pelleh.engine.program.ProgramId;
import org.jspecify.annotations.Nullable;

/**
 * A file as somebody wants it in a draft.
 *
 * @param seen ETag of the file they saw, {@link #NONE} where they saw none, {@link #ANY} whatever is there
 * @param content null: taken out
 */
record Edit(
        ProgramId program,
        String draft,
        String path,
        String seen,
        @Nullable Content content,
        String actor) {

    static final String NONE = "";
    static final String ANY = "*";

    /** The same for another file; both null where it is, or shall be, not there. */
    Edit of(String other, byte @Nullable [] was, byte @Nullable [] is) {
        Content before = Content.orNull(was);
        return new Edit(program, draft, other, before == null ? NONE : before.sha(), Content.orNull(is), actor);
    }
}
