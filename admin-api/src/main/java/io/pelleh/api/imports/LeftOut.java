package io.pelleh.api.imports;

import io.pelleh.api.imports.Job.Counts;
import io.pelleh.api.imports.PastFiles.Kept;
import io.pelleh.api.imports.StagedRows.Reject;
import java.util.ArrayList;
import java.util.List;

/** How many rows of files were read, and which were left out; the first of them with their places. */
public final class LeftOut {

    private static final int MAX_NAMED = 100;

    private final Kept kept;
    private final List<Row> rows = new ArrayList<>();
    private long read;
    private long rejected;

    LeftOut(Kept kept) {
        this.kept = kept;
    }

    /**
     * A row that was left out.
     *
     * @param line from 1, titles included
     * @param column as the mapping names it; empty where it is the row as a whole
     * @param reason a stable word
     */
    public record Row(String file, long line, String column, String reason) {

        @Override
        public String toString() {
            return file + ", line " + line + (column.isEmpty() ? "" : ", column " + column) + ": " + reason;
        }
    }

    void add(Counts more, List<Reject> rejects) {
        read += more.read();
        rejected += more.rejected();
        for (Reject reject : rejects) {
            if (rows.size() < MAX_NAMED) {
                String file = kept.files().get(Job.file(reject.at()) - 1).name();
                rows.add(new Row(file, Job.line(reject.at()), reject.column(), reject.reason()));
            }
        }
    }

    public long read() {
        return read;
    }

    public long rejected() {
        return rejected;
    }

    /** The first hundred. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }
}
