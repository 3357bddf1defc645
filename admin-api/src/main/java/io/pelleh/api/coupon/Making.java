package io.pelleh.api.coupon;

import io.pelleh.api.coupon.Batches.Fresh;
import io.pelleh.api.coupon.Batches.Run;
import io.pelleh.api.job.RunOver;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the codes of one batch from where it stands, chunk by chunk. */
final class Making {

    private static final int CHUNK = 10_000;
    private static final int TRIES = 5;
    private static final double NANOS = 1e9;

    private final Batches batches;
    private final Run run;
    private final CodePattern pattern;
    private final List<String> customers;
    private final SecureRandom random = new SecureRandom();
    private final long begun = System.nanoTime();

    Making(Batches batches, Run run) {
        this.batches = batches;
        this.run = run;
        this.pattern = run.batch().making().codes();
        this.customers = run.batch().making().personal() ? batches.customers(run.batch()) : List.of();
    }

    /**
     * Runs to the end.
     *
     * @throws RunOver when it was stopped, or another node has taken it over
     */
    void run() {
        int first = run.batch().progress().done();
        int count = run.batch().making().count();
        for (int done = first; done < count && !Thread.currentThread().isInterrupted(); ) {
            int to = Math.min(count, done + CHUNK);
            write(done, to, (to - first) * NANOS / Math.max(1, System.nanoTime() - begun));
            done = to;
        }
    }

    private void write(int from, int to, double rate) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (batches.write(run, from, codes(from, to), rate)) {
                return;
            }
        }
        throw new IllegalStateException("the codes of batch " + run.batch().name() + " are there already");
    }

    private List<Fresh> codes(int from, int to) {
        List<Fresh> codes = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            String code = pattern.given() ? pattern.normal() : pattern.next(random);
            codes.add(new Fresh(code, customers.isEmpty() ? null : Objects.requireNonNull(customers.get(i))));
        }
        return codes;
    }
}
