package io.pelleh.api.imports;

import io.pelleh.api.imports.csv.Cells;
import io.pelleh.api.imports.csv.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Reads the files of a job once more, for the rows that were refused only when they were applied. */
final class Originals {

    private static final int MAX_LENGTH = 4_000;

    private final Stores stores;
    private final Job job;

    Originals(Stores stores, Job job) {
        this.stores = stores;
        this.job = job;
    }

    /** Completes the rejected rows; reads nothing when none was refused late. */
    void complete() throws IOException {
        Set<Long> wanted = stores.rows().unread(job.id());
        List<Job.Upload> files = job.plan().files();
        for (int file = 1; file <= files.size() && !wanted.isEmpty(); file++) {
            read(file, wanted);
        }
    }

    private void read(int file, Set<Long> wanted) throws IOException {
        try (SourceFile source = SourceFile.open(
                stores.uploads().open(job.id(), file), job.plan().mapping())) {
            while (source.hasNext() && !wanted.isEmpty()) {
                Cells cells = source.next();
                keep(Job.at(file, cells.line()), cells, wanted);
            }
        }
    }

    private void keep(long at, Cells cells, Set<Long> wanted) {
        if (wanted.remove(at)) {
            stores.rows().original(job.id(), at, text(cells));
        }
    }

    /** A row as CSV, without its end; a very long one is cut. */
    static String text(Cells cells) {
        String text = SourceFile.line(cells.cells());
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
