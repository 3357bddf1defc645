package io.pelleh.api.backtest;

import io.pelleh.api.backtest.Comparison.Stage;
import io.pelleh.api.journal.Histories.Happened;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.event.Subject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Goes through slices of the past and counts; one for each thread. */
final class Run {

    private static final CustomerId GUEST = new CustomerId("guest");

    private final Past past;
    private final Stage stage;
    private final Progress progress;
    private final Tally tally = new Tally();

    /** How far all threads have come together, and whether they shall go on. */
    static final class Progress {

        private final AtomicLong done = new AtomicLong();
        private final AtomicBoolean over = new AtomicBoolean();

        long done() {
            return done.get();
        }

        void stop() {
            over.set(true);
        }
    }

    Run(Past past, Stage stage, Progress progress) {
        this.past = past;
        this.stage = stage;
        this.progress = progress;
    }

    Tally call() {
        for (Past.Slice slice = past.next(); slice != null; slice = past.next()) {
            slice.tell(new Hearing());
            if (progress.over.get()) {
                break;
            }
        }
        return tally;
    }

    private final class Hearing implements Past.Listener {

        private @Nullable Comparison present;
        private @Nullable CustomerId customer;

        @Override
        public void customer(CustomerId id, @Nullable CustomerState known) {
            customer = id;
            present = null;
            if (known != null && known.fate().mergedInto() == null && !progress.over.get()) {
                present = new Comparison(stage, tally, Subject.of(id), known);
                present.begin();
            }
        }

        @Override
        public void happened(Happened happened) {
            if (progress.over.get() || stage.assumptions().leavesOut(happened.event())) {
                return;
            }
            if (customer == null) {
                CustomerState nobody =
                        CustomerState.unseen(GUEST, happened.event().occurredAt());
                new Comparison(stage, tally, Subject.GUEST, nobody).happened(happened);
                return;
            }
            if (present == null) {
                CustomerState unseen =
                        CustomerState.unseen(customer, happened.event().occurredAt());
                present = new Comparison(stage, tally, Subject.of(customer), unseen);
            }
            present.happened(happened);
        }

        @Override
        public void over() {
            if (present != null && !progress.over.get()) {
                present.end();
            }
            progress.done.incrementAndGet();
        }
    }
}
