package io.pelleh.api.journal.mysql;

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
    private static final int PROBE_SECONDS = 2;

    static Failure of(SQLException e, Connection connection) {
        return switch (e.getErrorCode()) {
            case DUPLICATE_KEY -> DUPLICATE;
            case LOCK_TIMEOUT, DEADLOCK -> CONFLICT;
            default -> works(connection) ? ROWS : CONNECTION;
        };
    }

    private static boolean works(Connection connection) {
        try {
            return connection.isValid(PROBE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
