package io.pelleh.api.imports.csv;

/** A row that cannot be taken in, and why: a stable word. */
public final class RowRejected extends Exception {

    private final String reason;

    RowRejected(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
