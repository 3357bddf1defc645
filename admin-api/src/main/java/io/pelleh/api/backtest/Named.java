package io.pelleh.api.backtest;

import io.pelleh.api.simulate.RuleChoice;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decisions under the name of the rules that were chosen: both sides of a backtest run under one number. */
final class Named {

    private Named() {}

    /** The same decisions with the number of the release, and 0 for a draft, which has none. */
    static List<Decision> by(RuleChoice choice, List<Decision> decisions) {
        Long release = choice.release();
        long number = release == null ? 0 : release;
        return decisions.stream().map(decision -> named(decision, number)).toList();
    }

    private static Decision named(Decision decision, long number) {
        Map<String, Long> versions =
                decision.release().versions().keySet().stream().collect(Collectors.toMap(set -> set, set -> number));
        return new Decision(
                decision.decidedAt(),
                new Decision.Release(number, versions),
                decision.granted().stream()
                        .map(g -> new Granted(g.rule().in(number), g.effect(), g.because()))
                        .toList(),
                decision.refusals().stream()
                        .map(r -> new Refusal(
                                r.rule().in(number), r.code(), r.detail(), r.coupon(), r.because(), r.distance()))
                        .toList(),
                decision.changes(),
                decision.ledger(),
                decision.totals(),
                decision.after());
    }
}
