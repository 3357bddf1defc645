package io.pelleh.api.backtest;

import io.pelleh.api.backtest.Backtests.Ports;
import io.pelleh.api.imports.LeftOut;
import io.pelleh.api.imports.PastFiles;
import io.pelleh.api.imports.PastFiles.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** Where the past of a backtest comes from: the journal, or files that were sent along. */
final class Sources {

    private final Ports ports;
    private final Rerun.Task task;

    Sources(Ports ports, Rerun.Task task) {
        this.ports = ports;
        this.task = task;
    }

    /** Watches while files are read. */
    interface Watch {

        /** Every few thousand rows; {@code customers} is 0 until all are read. */
        void read(long rows, long customers);
    }

    /** Not one row of the files can be taken. */
    static final class Unreadable extends RuntimeException {

        Unreadable(String why) {
            super(why, null, false, false);
        }
    }

    /** Opened anew for each pass. */
    Supplier<Past> of(Job job) {
        Kept files = job.request().files();
        if (files == null) {
            return () -> new JournalPast(ports.histories(), job.program(), task.period());
        }
        PastFiles.Task read = read(job, files);
        long customers = ports.files().customers(job.id());
        FilePast.Ground ground = new FilePast.Ground(task.program(), task.before(), task.period());
        return () -> new FilePast(ports.files().open(read), customers, ground);
    }

    private PastFiles.Task read(Job job, Kept files) {
        return new PastFiles.Task(task.program(), job.id(), files, job.times().createdAt());
    }

    /** Reads the files of a backtest that has some. */
    LeftOut stage(Job job, Kept files, Watch watch) {
        LeftOut leftOut = staged(job, files, watch);
        if (leftOut.read() == leftOut.rejected()) {
            String first = leftOut.rows().isEmpty() ? "" : "; " + leftOut.rows().getFirst();
            throw new Unreadable("none of the " + leftOut.read() + " rows can be taken" + first);
        }
        watch.read(leftOut.read(), ports.files().customers(job.id()));
        return leftOut;
    }

    private LeftOut staged(Job job, Kept files, Watch watch) {
        try {
            return ports.files().stage(read(job, files), rows -> watch.read(rows, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
