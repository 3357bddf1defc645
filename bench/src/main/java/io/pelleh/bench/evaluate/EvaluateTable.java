package io.pelleh.bench.evaluate;

import io.pelleh.bench.report.Settings;
import io.pelleh.bench.report.TextTable;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** CPU and garbage of one evaluation, as ratios to the linear scan of the same round. */
public final class EvaluateTable {

    /** It compiles 10,000 rules for minutes. */
    private static final int MOST_FOR_EVRETE = 1000;

    private static final List<Integer> TABLE_SIZES = List.of(10, 100, 1000, 10_000);
    private static final List<Integer> DRL_SIZES = List.of(10, 100, 200);
    private static final List<Candidate> TABLE =
            List.of(Candidate.LINEAR, Candidate.TABLE, Candidate.INDEXED, Candidate.EASY_RULES, Candidate.EVRETE);
    private static final List<Candidate> WITHOUT_EVRETE =
            List.of(Candidate.LINEAR, Candidate.TABLE, Candidate.INDEXED, Candidate.EASY_RULES);
    private static final List<Candidate> DRL = List.of(Candidate.LINEAR, Candidate.DRL);

    private EvaluateTable() {}

    /**
     * Measures every candidate in each of several rounds, a JVM of its own for each, and prints medians.
     *
     * @param settings {@code rounds}; {@code evrete}, the largest book it is given
     */
    public static void print(Settings settings) throws RunnerException {
        Rounds rounds = new Rounds();
        for (int round = 1; round <= settings.rounds(); round++) {
            for (int size : TABLE_SIZES) {
                rounds.measure(size, size <= settings.number("evrete", MOST_FOR_EVRETE) ? TABLE : WITHOUT_EVRETE);
            }
            for (int size : DRL_SIZES) {
                rounds.measure(size, DRL);
            }
            System.err.println("round " + round + " of " + settings.rounds() + " done");
        }
        System.out.println(table(rounds));
        System.out.println(targets(rounds));
    }

    private static TextTable table(Rounds rounds) {
        TextTable table = new TextTable("promotions", "candidate", "CPU µs", "× linear scan", "bytes");
        for (Rounds.Case measured : rounds.cases()) {
            Rounds.Case linear = new Rounds.Case(Candidate.LINEAR, measured.size());
            table.row(
                    Integer.toString(measured.size()),
                    measured.candidate().title(),
                    format("%.2f", rounds.cpuMicros(measured)),
                    format("%.2f", rounds.ratio(measured, linear)),
                    format("%.0f", rounds.bytes(measured)));
        }
        return table;
    }

    private static TextTable targets(Rounds rounds) {
        Rounds.Case table = new Rounds.Case(Candidate.TABLE, 1000);
        return new TextTable("target", "measured", "wanted")
                .row("1,000 table promotions / linear scan", ratio(rounds, table, Candidate.LINEAR), "≤ 1.0")
                .row("cost(1,000) / cost(100)", grown(rounds, table), "≤ 1.5")
                .row("bytes for each evaluation, 1,000", format("%.0f", rounds.bytes(table)), "≤ 5,120")
                .row("Easy Rules / Pelleh, 1,000", inverse(rounds, table, Candidate.EASY_RULES), "≥ 5")
                .row("Evrete / Pelleh, 1,000", inverse(rounds, table, Candidate.EVRETE), "≥ 15")
                .row(
                        "200 DRL promotions / linear scan",
                        ratio(rounds, new Rounds.Case(Candidate.DRL, 200), Candidate.LINEAR),
                        "≤ 8");
    }

    private static String grown(Rounds rounds, Rounds.Case large) {
        return format("%.2f", rounds.ratio(large, new Rounds.Case(large.candidate(), 100)));
    }

    private static String ratio(Rounds rounds, Rounds.Case ours, Candidate other) {
        return format("%.2f", rounds.ratio(ours, new Rounds.Case(other, ours.size())));
    }

    private static String inverse(Rounds rounds, Rounds.Case ours, Candidate other) {
        return format("%.1f", rounds.ratio(new Rounds.Case(other, ours.size()), ours));
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
