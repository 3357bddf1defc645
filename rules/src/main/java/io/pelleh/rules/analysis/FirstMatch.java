package io.pelleh.rules.analysis;

import io.pelleh.rules.analysis.Domain.Numbers;
import io.pelleh.rules.analysis.Finding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rules of which the first that holds is taken: rows that come too late, and situations that no row answers. */
final class FirstMatch {

    private static final int MAX_PIECES = 3_000;

    private final Findings findings;
    private final Universe universe = new Universe();

    FirstMatch(Findings findings) {
        this.findings = findings;
    }

    /** @param rules in the order in which they are looked at */
    void check(List<Placed> rules) {
        Neighbours before = new Neighbours();
        for (Placed rule : rules) {
            if (!findings.dead(rule)) {
                late(rule, before.near(rule));
                before.add(rule);
            }
        }
    }

    private void late(Placed rule, List<Placed> before) {
        List<Placed> single =
                before.stream().filter(other -> other.covers(rule)).limit(1).toList();
        List<Placed> by = single.isEmpty() ? together(rule, before) : single;
        if (!by.isEmpty()) {
            boolean twin = by.size() == 1
                    && by.getFirst().same(rule)
                    && by.getFirst().rule().asks().equals(rule.rule().asks());
            String others = String.join(", ", by.stream().map(Placed::name).toList());
            findings.add(
                    twin ? Kind.DUPLICATE : Kind.SHADOWED,
                    rule,
                    by,
                    new Said(
                            rule.name() + " is never reached: " + others + " before it answers all of it",
                            "«" + rule.name() + "» هرگز نوبت نمی‌گیرد: «" + others + "» پیش از آن همه را پاسخ می‌دهد"));
        }
    }

    /** The rules that cover a rule together, or none. */
    private List<Placed> together(Placed rule, List<Placed> before) {
        List<Placed> by = new ArrayList<>();
        List<Box> left = rule.extent().boxes();
        for (Placed other : before) {
            Box box = other.box();
            if (box != null && other.present(rule) && left.stream().anyMatch(box::meets)) {
                left = minus(left, box);
                by.add(other);
            }
            if (left.isEmpty() || left.size() > MAX_PIECES) {
                break;
            }
        }
        return left.isEmpty() ? by : List.of();
    }

    private List<Box> minus(List<Box> boxes, Box other) {
        List<Box> left = new ArrayList<>();
        boxes.forEach(box -> left.addAll(box.minus(other, universe)));
        return left;
    }

    /** What no rule answers, between the values that rules ask for; {@code what} is missing then. */
    void gaps(List<Placed> rules, Said what) {
        if (rules.size() < 2) {
            return;
        }
        List<Box> left = List.of(hull(rules));
        for (Placed rule : rules) {
            Box box = rule.box();
            left = box == null ? left : minus(left, box);
            if (left.isEmpty() || left.size() > MAX_PIECES || box == null) {
                return;
            }
        }
        Said hole = Telling.box(left.getFirst());
        findings.add(
                Kind.GAP,
                rules.getLast().rule().origin(),
                rules.getLast().rule().rule().ruleSet(),
                new Said(
                        "no row gives " + what.english() + " when " + hole.english(),
                        "هیچ سطری " + what.persian() + " نمی‌دهد وقتی " + hole.persian()));
    }

    /** As far as numbers reach that every rule asks for. */
    private static Box hull(List<Placed> rules) {
        Map<String, Domain> hull = new TreeMap<>();
        Set<String> everywhere = new HashSet<>(
                rules.getFirst().extent().boxes().getFirst().sides().keySet());
        rules.forEach(rule -> rule.extent()
                .boxes()
                .forEach(box -> everywhere.retainAll(box.sides().keySet())));
        for (String path : everywhere) {
            List<Numbers> asked = rules.stream()
                    .flatMap(rule -> rule.extent().boxes().stream())
                    .map(box -> box.sides().get(path) instanceof Numbers numbers ? numbers : Numbers.of(1, 0))
                    .filter(numbers -> !numbers.empty())
                    .toList();
            long low = asked.stream().mapToLong(Numbers::low).min().orElse(1);
            long high = asked.stream().mapToLong(Numbers::high).max().orElse(0);
            if (low <= high) {
                hull.put(path, Numbers.of(low, high));
            }
        }
        return new Box(hull);
    }
}
