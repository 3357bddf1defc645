package io.pelleh.api.draft;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change set over the files in force.
 *
 * @param revision grows with every change; its ETag
 * @param base release in force when it began, or was last brought up to date
 */
public record Draft(
        String id, long revision, State state, String title, long base, People people, Plan plan, Instant changedAt) {

    /** Where a draft is in its life. */
    public enum State {
        /** Being written. */
        DRAFT,
        /** Its files passed the gate as they are. */
        VALIDATED,
        /** Waits for somebody else's approval; nobody edits it. */
        SUBMITTED,
        /** May be published. */
        APPROVED,
        /** Will be published by itself. */
        SCHEDULED,
        /** Decides for some customers. */
        CANARY,
        /** It became a release. */
        RELEASED,
        /** Given up. */
        WITHDRAWN;

        /** The state as it stands in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who did what with it. */
    public record People(
            String author,
            @Nullable String submitter,
            @Nullable String approver) {}

    /**
     * What is to become of it.
     *
     * @param passed digest of all files that passed the gate
     * @param publishAt by the program's clock
     * @param canaryShare of 10,000 customers
     * @param release number of the release it became
     * @param reason why it was rejected or could not be published
     */
    public record Plan(
            @Nullable String passed,
            @Nullable Instant publishAt,
            @Nullable Integer canaryShare,
            @Nullable Long release,
            @Nullable String reason) {

        static final Plan NONE = new Plan(null, null, null, null, null);
    }

    boolean editable() {
        return state == State.DRAFT || state == State.VALIDATED;
    }

    /** The next revision in another state. */
    Draft to(State next, Plan plan) {
        return new Draft(id, revision + 1, next, title, base, people, plan, changedAt);
    }

    Draft by(People others) {
        return new Draft(id, revision, state, title, base, others, plan, changedAt);
    }

    Draft named(String name) {
        return new Draft(id, revision + 1, state, name, base, people, plan, changedAt);
    }

    Draft on(long release) {
        return new Draft(id, revision, state, title, release, people, plan, changedAt);
    }

    /** The next revision, being written again: whatever it had reached is void. */
    Draft edited() {
        return to(State.DRAFT, Plan.NONE).by(new People(people.author(), null, null));
    }
}
