package io.pelleh.api.imports;

import io.pelleh.api.imports.Chunk.Placed;
import io.pelleh.api.imports.Job.Counts;
import io.pelleh.api.imports.Job.Place;
import io.pelleh.api.imports.StagedRows.Reject;
import io.pelleh.api.imports.csv.Cells;
import io.pelleh.api.imports.csv.RowReader;
import io.pelleh.api.imports.csv.RowRejected;
import io.pelleh.api.imports.csv.SourceFile;
import io.pelleh.engine.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads files into staged rows, from where it stopped; every slice is one transaction. */
final class Stager {

    private static final int SLICE = 4_000;
    private static final long DONE_BEFORE = -1;
    private static final int MAX_CHUNK = 500;

    private final Stores stores;
    private final Job job;
    private final Program program;
    private final Watch watch;
    private final Rate rate = new Rate();
    private final List<Placed> open = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private String group = "";
    private int accepted;
    private long bytesBefore;

    /** @param watch is asked about each row, and told about each slice within its transaction */
    Stager(Stores stores, Job job, Program program, Watch watch) {
        this.stores = stores;
        this.job = job;
        this.program = program;
        this.watch = watch;
    }

    /** Looks on, and may end it. */
    interface Watch {

        /** @throws RowRejected when the row, readable as it is, is not to be taken in */
        default void row(Placed placed) throws RowRejected {}

        void slice(JobRows.Step step, List<Reject> rejects);
    }

    /** @throws RuntimeException whatever the watch throws, which ends it */
    void run() throws IOException {
        Place place = job.place();
        List<Job.Upload> files = job.plan().files();
        for (int file = 1; file <= files.size(); file++) {
            if (file >= place.file()) {
                stage(file, file == place.file() ? place.line() : 0);
            }
            bytesBefore += files.get(file - 1).bytes();
        }
    }

    private void stage(int file, long after) throws IOException {
        Uploads.Reading bytes = stores.uploads().open(job.id(), file);
        try (SourceFile source = SourceFile.open(bytes, job.plan().mapping())) {
            RowReader reader =
                    source.reader(job.plan().mapping(), program, job.plan().now());
            while (source.hasNext()) {
                Cells cells = source.next();
                take(reader, cells, cells.line() <= after ? DONE_BEFORE : Job.at(file, cells.line()));
                flushIfFull(new Place(file, cells.line(), bytesBefore + bytes.taken(), ""));
            }
        }
        flush(new Place(file + 1, 0, bytesBefore + bytes.taken(), ""));
    }

    private void take(RowReader reader, Cells cells, long at) {
        if (at == DONE_BEFORE) {
            return;
        }
        try {
            Placed placed = new Placed(at, reader.read(cells));
            watch.row(placed);
            String next = Chunk.group(placed);
            if (!next.equals(group) || open.size() == MAX_CHUNK) {
                close();
                group = next;
            }
            open.add(placed);
            accepted++;
        } catch (RowRejected e) {
            rejects.add(new Reject(at, e.reason(), e.column(), Originals.text(cells)));
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            chunks.add(Chunk.of(group, open));
            open.clear();
        }
    }

    private void flushIfFull(Place place) {
        if (accepted + rejects.size() >= SLICE) {
            flush(place);
        }
    }

    private void flush(Place place) {
        close();
        int read = accepted + rejects.size();
        Counts more = new Counts(read, accepted, rejects.size(), 0);
        double perSecond = rate.after(read);
        stores.together(() -> {
            stores.rows().add(job.id(), chunks, rejects);
            watch.slice(new JobRows.Step(Job.State.STAGING, more, place, perSecond), rejects);
        });
        chunks.clear();
        rejects.clear();
        accepted = 0;
    }
}
