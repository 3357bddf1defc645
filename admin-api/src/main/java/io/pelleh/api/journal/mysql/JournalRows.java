package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.json.JournalJson;
import io.pelleh.engine.checkout.CouponCode;
import io.pelleh.engine.customer.StateCodec;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.StoredAnswer;
import io.pelleh.engine.limit.Counter;
import java.util.Map;
import java.util.TreeMap;

/** What a commit writes to the journal itself: events with decisions, the answer, what follows. */
final class JournalRows {

    static final String INTERNAL = "INTERNAL";

    private final JournalJson json;
    private final Commit commit;
    private final Rows rows;

    JournalRows(JournalJson json, Commit commit, Rows rows) {
        this.json = json;
        this.commit = commit;
        this.rows = rows;
    }

    void add() {
        int following = 0;
        for (int seq = 0; seq < commit.steps().size(); seq++) {
            Commit.Step step = commit.steps().get(seq);
            event(seq, step);
            counted(seq, step.decision());
            coupons(step.decision());
            for (Event next : step.follow()) {
                rows.add(Table.OUTBOX, following++, program(), INTERNAL, json.event(next));
            }
        }
        answer();
    }

    private void event(int seq, Commit.Step step) {
        Event event = step.event();
        Decision decision = step.decision();
        boolean guest = commit.before() == null;
        rows.add(
                Table.JOURNAL,
                seq,
                program(),
                event.id().source(),
                event.id().id(),
                event.type(),
                event.origin().name(),
                event.digest(),
                guest ? null : decision.after().id().value(),
                guest ? null : decision.after().version(),
                Times.column(event.occurredAt()),
                Times.column(decision.decidedAt()),
                decision.release().number(),
                json.happening(event.happening()),
                json.decision(step.inputs(), decision),
                guest ? null : Rows.bytes(StateCodec.encode(decision.after())));
    }

    /** Where they stand in the ledger is known once the counters are locked. */
    private void counted(int seq, Decision decision) {
        Map<Counter, Long> taken = new TreeMap<>();
        decision.draws().forEach(draw -> taken.merge(draw.counter(), draw.amount(), Math::addExact));
        taken.forEach((counter, amount) ->
                rows.add(Table.COUNTER_ENTRY, seq, program(), counter.id(), counter.period(), amount, null));
    }

    /** Codes that are handed out, and those that are taken back. */
    private void coupons(Decision decision) {
        for (Decision.Granted granted : decision.granted()) {
            if (granted.effect() instanceof Effect.CouponIssued coupon) {
                rows.add(
                        Table.COUPON_ISSUED,
                        CouponCode.normal(coupon.code()),
                        decision.after().id().value(),
                        Times.column(coupon.until()),
                        granted.rule().id(),
                        program(),
                        coupon.batch());
            }
        }
        decision.withdrawn()
                .forEach(coupon -> rows.add(
                        Table.COUPON_WITHDRAWN,
                        Times.column(decision.decidedAt()),
                        program(),
                        CouponCode.normal(coupon.code())));
    }

    private void answer() {
        StoredAnswer answer = commit.answer();
        if (answer != null) {
            rows.add(
                    Table.ANSWER,
                    commit.steps().size() - 1,
                    answer.status(),
                    answer.body(),
                    Times.column(commit.steps().getLast().decision().decidedAt()));
        }
    }

    private String program() {
        return commit.program().id().value();
    }
}
