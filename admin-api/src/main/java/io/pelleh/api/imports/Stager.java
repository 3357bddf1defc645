package io.pelleh.api.imports;

import io.pelleh.api.imports.Chunk.Placed;
import io.pelleh.api.imports.Job.Counts;
import io.pelleh.api.imports.Job.Place;
import io.pelleh.api.imports.JobRows.Run;
import io.pelleh.api.imports.StagedRows.Reject;
import io.pelleh.api.imports.csv.Cells;
import io.pelleh.api.imports.csv.RowReader;
import io.pelleh.api.imports.csv.RowRejected;
import io.pelleh.api.imports.csv.SourceFile;
import io.pelleh.engine.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a job's files into staged rows, from where it stopped; every slice is one transaction. */
final class Stager {

    private static final int SLICE = 4_000;
    private static final long DONE_BEFORE = -1;
    private static final int MAX_CHUNK = 500;

    private final Stores stores;
    private final Run run;
    private final Program program;
    private final Rate rate = new Rate();
    private final List<Placed> open = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private String group = "";
    private int accepted;
    private long bytesBefore;

    Stager(Stores stores, Run run, Program program) {
        this.stores = stores;
        this.run = run;
        this.program = program;
    }

    /** @throws RunOver when it was stopped meanwhile */
    void run() throws IOException {
        Place place = run.job().place();
        List<Job.Upload> files = run.job().plan().files();
        for (int file = 1; file <= files.size(); file++) {
            if (file >= place.file()) {
                stage(file, file == place.file() ? place.line() : 0);
            }
            bytesBefore += files.get(file - 1).bytes();
        }
    }

    private void stage(int file, long after) throws IOException {
        Uploads.Reading bytes = stores.uploads().open(run.job().id(), file);
        try (SourceFile source = SourceFile.open(bytes, run.job().plan().mapping())) {
            RowReader reader = source.reader(
                    run.job().plan().mapping(), program, run.job().plan().now());
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
            String next = Chunk.group(placed);
            if (!next.equals(group) || open.size() == MAX_CHUNK) {
                close();
                group = next;
            }
            open.add(placed);
            accepted++;
        } catch (RowRejected e) {
            rejects.add(new Reject(at, e.reason(), Originals.text(cells)));
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
            stores.rows().add(run.job().id(), chunks, rejects);
            stores.jobs().advance(run, new JobRows.Step(Job.State.STAGING, more, place, perSecond));
        });
        chunks.clear();
        rejects.clear();
        accepted = 0;
    }
}
