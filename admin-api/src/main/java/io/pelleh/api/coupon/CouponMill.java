package io.pelleh.api.coupon;

import io.pelleh.api.coupon.Batches.Run;
import io.pelleh.api.job.RunOver;
import io.pelleh.api.job.Work;
import java.util.List;

/** Makes the codes of batches. What a dead node left is taken over; no code is made twice. */
public final class CouponMill implements Work<Batch> {

    private final Batches batches;

    public CouponMill(Batches batches) {
        this.batches = batches;
    }

    @Override
    public String name(Batch batch) {
        return "Coupon batch " + batch.name() + " of " + batch.program();
    }

    @Override
    public List<Batch> abandoned() {
        return batches.abandoned();
    }

    @Override
    public boolean claim(Batch batch, String runner) {
        return batches.claim(batch, runner);
    }

    @Override
    public void run(Batch begun, String runner) {
        Batch now = batches.find(begun.program(), begun.name()).orElseThrow(RunOver::new);
        Run run = new Run(now, runner);
        new Making(batches, run).run();
        if (!Thread.currentThread().isInterrupted()) {
            batches.end(run, Batch.State.DONE, null);
        }
    }

    @Override
    public void failed(Batch batch, String runner, String problem) {
        batches.end(new Run(batch, runner), Batch.State.FAILED, problem);
    }
}
