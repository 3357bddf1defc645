package io.pelleh.rules;

import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.compiled.CompiledRules;
import io.pelleh.rules.match.Sayings;
import io.pelleh.rules.rows.Rows;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** All rules of one stage and the workers that run them, each for one evaluation at a time. */
final class StageRules {

    private static final int IDLE = Math.max(8, 2 * Runtime.getRuntime().availableProcessors());

    private final Sayings sayings;
    private final @Nullable Rows rows;
    private final @Nullable CompiledRules compiled;
    private final AtomicReferenceArray<@Nullable Worker> idle = new AtomicReferenceArray<>(IDLE);

    StageRules(Sayings sayings, @Nullable Rows rows, @Nullable CompiledRules compiled) {
        this.sayings = sayings;
        this.rows = rows;
        this.compiled = compiled;
        giveBack(new Worker(rows, compiled));
    }

    List<Proposal> evaluate(Situation situation) {
        Worker worker = take();
        boolean done = false;
        try {
            List<Proposal> proposals = worker.run(situation, sayings);
            done = true;
            return proposals;
        } catch (EvaluationFailed e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EvaluationFailed("a rule failed: " + e.getMessage(), e);
        } finally {
            if (done && worker.clean()) {
                giveBack(worker);
            } else {
                worker.close();
            }
        }
    }

    private Worker take() {
        for (int i = 0; i < IDLE; i++) {
            Worker worker = idle.get(i) == null ? null : idle.getAndSet(i, null);
            if (worker != null) {
                return worker;
            }
        }
        return new Worker(rows, compiled);
    }

    private void giveBack(Worker worker) {
        for (int i = 0; i < IDLE; i++) {
            if (idle.get(i) == null && idle.compareAndSet(i, null, worker)) {
                return;
            }
        }
        worker.close();
    }
}
