package io.pelleh.bench.evaluate;

import io.pelleh.bench.report.Medians;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What was measured, one value for each case and round. */
final class Rounds {

    private static final double NANOS = 1000;

    private final Map<Case, List<Measured>> measured = new LinkedHashMap<>();

    /** A candidate with a book of some size. */
    record Case(Candidate candidate, int size) {}

    /** Of one evaluation. */
    private record Measured(double cpuNanos, double bytes) {}

    /** Runs these candidates one after the other, each in a JVM of its own. */
    void measure(int size, List<Candidate> candidates) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(EvaluateBenchmark.class.getName())
                .param("promotions", Integer.toString(size))
                .param("candidate", candidates.stream().map(Enum::name).toArray(String[]::new))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        for (RunResult result : new Runner(options.build()).run()) {
            Candidate candidate = Candidate.valueOf(result.getParams().getParam("candidate"));
            measured.computeIfAbsent(new Case(candidate, size), c -> new ArrayList<>())
                    .add(measured(result));
        }
    }

    private static Measured measured(RunResult result) {
        double operations = score(result, "operations");
        return new Measured(score(result, "cpuNanos") / operations, score(result, "allocatedBytes") / operations);
    }

    private static double score(RunResult result, String counter) {
        return Objects.requireNonNull(result.getSecondaryResults().get(counter)).getScore();
    }

    Collection<Case> cases() {
        return measured.keySet();
    }

    double cpuMicros(Case which) {
        return Medians.of(of(which).stream().map(m -> m.cpuNanos() / NANOS).toList());
    }

    double bytes(Case which) {
        return Medians.of(of(which).stream().map(Measured::bytes).toList());
    }

    /** The median of the ratios of CPU time in the same round. */
    double ratio(Case which, Case other) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < of(which).size(); round++) {
            ratios.add(of(which).get(round).cpuNanos() / of(other).get(round).cpuNanos());
        }
        return Medians.of(ratios);
    }

    private List<Measured> of(Case which) {
        return measured.getOrDefault(which, List.of());
    }
}
