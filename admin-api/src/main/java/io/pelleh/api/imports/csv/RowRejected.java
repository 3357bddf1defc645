package io.pelleh.api.imports.csv;

/** A row that cannot be taken in, and why: a stable word. */
public final class RowRejected extends Exception {

    private final String reason;
    private final String column;

    public RowRejected(String reason) {
        this(reason, "");
    }

    private RowRejected(String reason, String column) {
        super(reason, null, false, false);
        this.reason = reason;
        this.column = column;
    }

    public String reason() {
        return reason;
    }

    /** The column that was looked at, as the mapping names it; empty when it is about the row as a whole. */
    public String column() {
        return column;
    }

    RowRejected in(String title) {
        return new RowRejected(reason, title);
    }
}
