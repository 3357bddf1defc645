package io.pelleh.api.draft;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to change a draft, and the revision they saw.
 *
 * @param revision null where any will do
 */
record Expected(String actor, @Nullable Long revision) {

    /** @throws Refused when the draft has moved on */
    void check(Draft draft) {
        if (revision != null && revision != draft.revision()) {
            throw new Refused(
                    Code.VERSION_STALE,
                    "the draft is at revision " + draft.revision() + "; read it again",
                    List.of(),
                    json -> DraftJson.write(json, "theirs", draft));
        }
    }

    /** The revision in {@code If-Match}, which must be there. */
    static Expected of(String actor, @Nullable String ifMatch) {
        if (ifMatch == null) {
            throw missing();
        }
        return optional(actor, ifMatch);
    }

    /** The revision in {@code If-Match}, if it is there. */
    static Expected optional(String actor, @Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return new Expected(actor, null);
        }
        String tag = ifMatch.strip().replace("\"", "");
        if (tag.length() > 18 || tag.isEmpty() || !tag.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refused.parameter("if_match", "If-Match is the ETag of the draft, like \"7\"");
        }
        return new Expected(actor, Long.valueOf(tag));
    }

    static Refused missing() {
        return Refused.because(
                Code.PRECONDITION_MISSING,
                new Fault(
                        "",
                        "missing_if_match",
                        "send If-Match with the ETag you read, or If-None-Match: * for a new file"));
    }
}
