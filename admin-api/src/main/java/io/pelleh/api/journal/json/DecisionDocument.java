package io.pelleh.api.journal.json;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.points.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decision as the journal keeps it, less what has a column of its own: instant, release, state. */
record DecisionDocument(
        Inputs inputs,
        List<Granted> granted,
        List<Refused> refused,
        List<Effect> changes,
        List<LedgerEntry> ledger,
        Decision.Totals totals) {

    record Granted(
            RuleDocument rule,
            Effect effect,
            List<Condition.Seen> because,
            @Nullable List<Draw> draws) {

        static Granted of(Decision.Granted granted) {
            List<Draw> draws = granted.draws().isEmpty() ? null : granted.draws();
            return new Granted(RuleDocument.of(granted.rule()), granted.effect(), granted.because(), draws);
        }

        Decision.Granted back() {
            return new Decision.Granted(rule.rule(because), effect, because, draws == null ? List.of() : draws);
        }
    }

    record Refused(
            RuleDocument rule,
            Refusal.Code code,
            String detail,
            @Nullable String coupon,
            List<Condition.Seen> because) {

        static Refused of(Refusal refusal) {
            String coupon = refusal.coupon().isEmpty() ? null : refusal.coupon();
            return new Refused(
                    RuleDocument.of(refusal.rule()), refusal.code(), refusal.detail(), coupon, refusal.because());
        }

        Refusal back() {
            return new Refusal(rule.rule(because), code, detail, coupon == null ? "" : coupon, because, null);
        }
    }

    static DecisionDocument of(Inputs inputs, Decision decision) {
        return new DecisionDocument(
                inputs,
                decision.granted().stream().map(Granted::of).toList(),
                decision.refusals().stream().map(Refused::of).toList(),
                decision.changes(),
                decision.ledger(),
                decision.totals());
    }

    Decision decision(Instant decidedAt, long release, CustomerState after) {
        return new Decision(
                decidedAt,
                new Decision.Release(release, Map.of()),
                granted.stream().map(Granted::back).toList(),
                refused.stream().map(Refused::back).toList(),
                changes,
                ledger,
                totals,
                after);
    }
}
