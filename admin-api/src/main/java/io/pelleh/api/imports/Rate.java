package io.pelleh.api.imports;

/** Rows per second since a phase began on this node; for one thread. */
final class Rate {

    private static final double NANOS = 1e9;

    private final long begun = System.nanoTime();
    private long rows;

    /** The rate after so many more rows. */
    double after(long more) {
        rows += more;
        return rows * NANOS / Math.max(1, System.nanoTime() - begun);
    }
}
