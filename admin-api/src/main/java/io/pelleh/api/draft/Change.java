package io.pelleh.api.draft;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a draft does to one file.
 *
 * @param base SHA-256 of the released file it changes, hex; null where there was none
 * @param content null: the file is taken out
 */
record Change(
        String path,
        long revision,
        @Nullable String base,
        @Nullable Content content,
        String by,
        Instant at) {

    /** SHA-256 of the content, hex; null when the file is taken out. */
    @Nullable
    String sha() {
        return content == null ? null : content.sha();
    }

    /** The same change of another file, or of none. */
    Change on(@Nullable String otherBase, long nextRevision) {
        return new Change(path, nextRevision, otherBase, content, by, at);
    }

    /** Whether it makes a difference to the file it began from. */
    boolean real() {
        return !Objects.equals(base, sha());
    }
}
