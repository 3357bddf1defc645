package io.pelleh.api.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do, by the API key they were given; each may read, and {@link #ADMIN} may do everything. */
public enum Role {
    /** Reads. */
    VIEWER,
    /** Writes drafts, tries them out and submits them. */
    MARKETER,
    /** Approves, rejects and publishes. */
    APPROVER,
    /** Rolls back, ends canaries and looks after the nodes. */
    OPERATOR,
    /** Everything, personal fields and keys among it. */
    ADMIN;

    /** The role as it stands in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role a word stands for. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    boolean covers(Role other) {
        return this == ADMIN || this == other || other == VIEWER;
    }
}
