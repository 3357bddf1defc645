package io.pelleh.rules.analysis;

import io.pelleh.engine.customer.Rung;
import io.pelleh.engine.decision.Ask;
import io.pelleh.rules.analysis.Finding.Kind;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.reading.Library;
import io.pelleh.rules.reading.Value;
import io.pelleh.rules.vocabulary.Operator;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be said of one rule alone: conditions that exclude each other, names nobody has, days that are over. */
final class Single {

    private final Findings findings;
    private final Instant now;
    private final Map<String, Set<String>> names;

    Single(Findings findings, Library library, Instant now) {
        this.findings = findings;
        this.now = now;
        Set<String> segments = new HashSet<>();
        library.rules()
                .forEach(rule -> rule.asks().forEach(ask -> {
                    if (ask instanceof Ask.Segment segment) {
                        segments.add(segment.name());
                    }
                }));
        Set<String> rungs = new HashSet<>();
        List.of(Rung.values()).forEach(rung -> rungs.add(rung.name()));
        this.names = Map.of(
                "customer.tier", Set.copyOf(library.tiers()),
                "customer.segment", segments,
                "customer.enteredSegment", segments,
                "customer.segments", segments,
                "customer.rung", rungs);
    }

    void check(Placed rule) {
        if (rule.extent().nowhere()) {
            String path = rule.extent().boxes().stream()
                    .flatMap(box -> box.nothing().stream())
                    .findFirst()
                    .orElse("");
            findings.add(
                    Kind.CONTRADICTION,
                    rule,
                    List.of(),
                    new Said(
                            rule.name() + " can never hold: its conditions on " + path + " exclude each other",
                            "«" + rule.name() + "» هرگز برقرار نمی‌شود: شرط‌های آن روی " + path + " با هم نمی‌سازند"));
        }
        rule.rule()
                .when()
                .forEach(clause -> clause.eachFormula(formula -> {
                    if (formula instanceof Compare compare) {
                        names(rule, compare);
                    }
                }));
        dates(rule);
    }

    private void names(Placed rule, Compare compare) {
        Set<String> known = names.get(compare.attribute().path());
        boolean asks = compare.operator() == Operator.EQUAL
                || compare.operator() == Operator.IN
                || compare.operator() == Operator.CONTAINS;
        if (known == null || known.isEmpty() || !asks) {
            return;
        }
        for (Value value : compare.values()) {
            if (!value.shown().isEmpty() && !known.contains(value.shown())) {
                findings.add(
                        Kind.UNREACHABLE,
                        rule,
                        List.of(),
                        new Said(
                                rule.name() + " waits for "
                                        + compare.attribute().path() + " " + value.shown() + ", which no rule gives",
                                "«" + rule.name() + "» در انتظار "
                                        + compare.attribute().path() + " «" + value.shown()
                                        + "» است که هیچ قانونی آن را نمی‌دهد"));
            }
        }
    }

    private void dates(Placed rule) {
        Instant last = rule.rule().validity().until();
        for (Ask ask : rule.rule().asks()) {
            if (ask instanceof Ask.CrossSell offer && offer.until().isBefore(last)) {
                last = offer.until();
            }
        }
        boolean never =
                !rule.rule().validity().from().isBefore(rule.rule().validity().until());
        if (!last.isAfter(now) || never) {
            findings.add(
                    Kind.EXPIRED,
                    rule,
                    List.of(),
                    new Said(rule.name() + " has expired", "زمان «" + rule.name() + "» گذشته است"));
        } else if (rule.rule().validity().from().isAfter(now)) {
            findings.add(
                    Kind.NOT_YET_VALID,
                    rule,
                    List.of(),
                    new Said(rule.name() + " is still to begin", "«" + rule.name() + "» هنوز آغاز نشده است"));
        }
    }
}
