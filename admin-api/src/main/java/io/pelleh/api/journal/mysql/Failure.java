package io.pelleh.api.journal.mysql;

import io.pelleh.engine.flow.JournalRefused;
import java.sql.Connection;
import java.sql.SQLException;

/** Why a transaction failed, as far as it decides what to do next. */
enum Failure {
    /** The connection is gone; whether a commit under way became durable is open. */
    CONNECTION,
    /** Another transaction was in the way. */
    CONFLICT,
    /** Something that should be new is there already. */
    DUPLICATE,
    /** The rows themselves are not accepted. */
    ROWS;

    private static final int DUPLICATE_KEY = 1062;
    private static final int LOCK_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int WRONG_TEXT = 1366;
    private static final int PROBE_SECONDS = 2;

    static Failure of(SQLException e, Connection connection) {
        return switch (e.getErrorCode()) {
            case DUPLICATE_KEY -> DUPLICATE;
            case LOCK_TIMEOUT, DEADLOCK -> CONFLICT;
            default -> works(connection) ? ROWS : CONNECTION;
        };
    }

    /** What to say of rows that are not accepted: that they are wrong, or that MySQL takes none now. */
    static RuntimeException refused(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        boolean wrong = state.startsWith("22") || state.startsWith("23") || e.getErrorCode() == WRONG_TEXT;
        String message = "the journal does not accept this commit";
        return wrong ? new JournalRefused(message, e) : new IllegalStateException(message, e);
    }

    private static boolean works(Connection connection) {
        try {
            return connection.isValid(PROBE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
