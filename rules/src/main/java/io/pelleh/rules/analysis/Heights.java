package io.pelleh.rules.analysis;

import io.pelleh.rules.analysis.Finding.Kind;
import java.util.List;
import java.util.function.ToIntFunction;

/** Rules of which the highest that holds is taken: rungs and tiers. */
final class Heights {

    private final Findings findings;
    private final ToIntFunction<Placed> height;

    Heights(Findings findings, ToIntFunction<Placed> height) {
        this.findings = findings;
        this.height = height;
    }

    void check(List<Placed> rules) {
        for (Placed rule : rules) {
            if (!findings.dead(rule)) {
                rules.stream()
                        .filter(other -> !other.id().equals(rule.id()) && above(other, rule) && other.covers(rule))
                        .findFirst()
                        .ifPresent(other -> tell(rule, other));
            }
        }
    }

    /** Of two that lead to the same place and cover each other, the earlier stays. */
    private boolean above(Placed other, Placed rule) {
        int higher = Integer.compare(height.applyAsInt(other), height.applyAsInt(rule));
        boolean twin = higher == 0
                && other.covers(rule)
                && (!rule.covers(other) || other.id().compareTo(rule.id()) < 0);
        return (higher > 0 || twin) && !findings.dead(other);
    }

    private void tell(Placed rule, Placed other) {
        boolean twin =
                rule.same(other) && rule.rule().asks().equals(other.rule().asks());
        findings.add(
                twin ? Kind.DUPLICATE : Kind.SHADOWED,
                rule,
                List.of(other),
                new Said(
                        rule.name() + " changes nothing: whoever fits it fits " + other.name()
                                + ", which is as high or higher",
                        "«" + rule.name() + "» چیزی را عوض نمی‌کند: هرکه در آن می‌گنجد در «" + other.name()
                                + "» هم می‌گنجد که پایین‌تر نیست"));
    }
}
