package io.pelleh.rules.analysis;

import io.pelleh.rules.analysis.Domain.Numbers;
import io.pelleh.rules.analysis.Domain.Span;
import io.pelleh.rules.analysis.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tables whose rows cut a number, or two, into bands that should lie side by side: holes between them and places where
 * two of them lie on each other. Only where most rows of a rule set are such bands, since others overlap on purpose.
 */
final class Bands {

    private static final int USUAL = 2;
    private static final int RARE = 4;

    private final Findings findings;
    private final Universe universe = new Universe();

    Bands(Findings findings) {
        this.findings = findings;
    }

    /** @param rules of one rule set */
    void check(List<Placed> rules) {
        Set<String> banded = banded(rules);
        if (banded.isEmpty() || banded.size() > 2) {
            return;
        }
        Map<String, List<Placed>> groups = new LinkedHashMap<>();
        for (Placed rule : rules) {
            Box box = rule.box();
            if (box != null && !findings.dead(rule) && box.sides().keySet().containsAll(banded)) {
                groups.computeIfAbsent(rest(rule, box, banded), r -> new ArrayList<>())
                        .add(rule);
            }
        }
        List<Seam> seams = new ArrayList<>();
        for (List<Placed> group : groups.values()) {
            banded.forEach(path -> seams.addAll(seams(path, group, banded)));
        }
        seams.removeIf(seam -> seam.distance() > 0 && answered(seam, rules));
        tell(seams);
    }

    /** Whether other rows answer what lies between two bands. */
    private boolean answered(Seam seam, List<Placed> rules) {
        Map<String, Domain> hole = new TreeMap<>(sides(seam.first()));
        hole.put(
                seam.path(), Numbers.of(seam.first1().high() + 1, seam.second1().low() - 1));
        List<Box> left = List.of(new Box(hole));
        for (Placed rule : rules) {
            Box box = rule.box();
            List<Box> rest = new ArrayList<>();
            left.forEach(piece -> rest.addAll(box == null ? List.of(piece) : piece.minus(box, universe)));
            left = rest;
        }
        return left.isEmpty();
    }

    /** Numbers that most rows bound on both sides. */
    private static Set<String> banded(List<Placed> rules) {
        Map<String, Integer> bounded = new TreeMap<>();
        for (Placed rule : rules) {
            sides(rule).entrySet().stream()
                    .filter(side -> band(side.getValue()))
                    .forEach(side -> bounded.merge(side.getKey(), 1, Integer::sum));
        }
        bounded.values().removeIf(count -> count * USUAL < rules.size() || count < USUAL);
        return new TreeSet<>(bounded.keySet());
    }

    private static boolean band(Domain domain) {
        return domain instanceof Numbers n
                && n.spans().size() == 1
                && n.low() > 0
                && n.low() < n.high()
                && n.high() < Long.MAX_VALUE;
    }

    /** What rows of one group have in common: everything but the bands. */
    private static String rest(Placed rule, Box box, Set<String> banded) {
        Map<String, Domain> rest = new TreeMap<>(box.sides());
        rest.keySet().removeAll(banded);
        return rest + " " + rule.rule().validity() + " " + rule.rule().about() + " "
                + rule.rule().rule().lane();
    }

    /** Two neighbours: how far the second begins behind the end of the first; 0 when they touch. */
    private record Seam(Placed first, Placed second, String path, Span first1, Span second1) {

        long distance() {
            return second1.low() - first1.high() - 1;
        }
    }

    private static List<Seam> seams(String path, List<Placed> group, Set<String> banded) {
        Map<String, List<Placed>> rows = new LinkedHashMap<>();
        for (Placed rule : group) {
            Map<String, Domain> others = new TreeMap<>(sides(rule));
            others.keySet().retainAll(banded);
            others.remove(path);
            rows.computeIfAbsent(others.toString(), o -> new ArrayList<>()).add(rule);
        }
        List<Seam> seams = new ArrayList<>();
        for (List<Placed> row : rows.values()) {
            row.removeIf(rule -> span(rule, path) == null);
            row.sort(Comparator.comparingLong((Placed rule) -> low(rule, path)).thenComparing(Placed::id));
            for (int i = 1; i < row.size(); i++) {
                seams.add(seam(row.get(i - 1), row.get(i), path));
            }
        }
        return seams;
    }

    private static Seam seam(Placed first, Placed second, String path) {
        return new Seam(first, second, path, known(span(first, path)), known(span(second, path)));
    }

    private static Map<String, Domain> sides(Placed rule) {
        Box box = rule.box();
        return box == null ? Map.of() : box.sides();
    }

    private static @Nullable Span span(Placed rule, String path) {
        return sides(rule).get(path) instanceof Numbers n && n.spans().size() == 1
                ? n.spans().getFirst()
                : null;
    }

    private static Span known(@Nullable Span span) {
        return span == null ? new Span(0, 0) : span;
    }

    private static long low(Placed rule, String path) {
        return known(span(rule, path)).low();
    }

    private void tell(List<Seam> seams) {
        long touching = seams.stream().filter(seam -> seam.distance() == 0).count();
        for (Seam seam : seams) {
            boolean differs =
                    !seam.first().rule().asks().equals(seam.second().rule().asks());
            boolean nested = seam.second1().high() <= seam.first1().high();
            if (seam.distance() > 0 && holes(seams) * RARE <= touching) {
                tell(seam, Kind.GAP, seam.first1().high() + 1, seam.second1().low() - 1);
            } else if (seam.distance() < 0 && differs && !nested && laid(seams) * RARE <= touching) {
                tell(
                        seam,
                        Kind.OVERLAP,
                        seam.second1().low(),
                        Math.min(seam.first1().high(), seam.second1().high()));
            }
        }
    }

    private static long holes(List<Seam> seams) {
        return seams.stream().filter(seam -> seam.distance() > 0).count();
    }

    private static long laid(List<Seam> seams) {
        return seams.stream().filter(seam -> seam.distance() < 0).count();
    }

    private void tell(Seam seam, Kind kind, long low, long high) {
        String range = Telling.number(low) + " – " + Telling.number(high);
        Placed second = seam.second();
        boolean gap = kind == Kind.GAP;
        String english = gap ? " is answered by no row: it lies between " : " is answered by both ";
        String persian = gap ? " را هیچ سطری پاسخ نمی‌دهد: میان " : " را دو سطر پاسخ می‌دهند: ";
        findings.add(
                kind,
                second,
                List.of(seam.first()),
                new Said(
                        seam.path() + " " + range + english + seam.first().name() + " and " + second.name(),
                        seam.path() + " " + range + persian + "«" + seam.first().name() + "» و «" + second.name()
                                + "»"));
    }
}
