package io.pelleh.bench;

import io.pelleh.bench.evaluate.EvaluateTable;
import io.pelleh.bench.load.CommitTable;
import io.pelleh.bench.load.CouponTable;
import io.pelleh.bench.load.ExplainTable;
import io.pelleh.bench.load.QuoteTable;
import io.pelleh.bench.report.Machine;
import io.pelleh.bench.report.Settings;
import io.pelleh.bench.state.StateTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs the benchmarks whose names match a pattern and prints their tables. */
public final class Bench {

    private static final Map<String, Benchmark> BENCHMARKS = new LinkedHashMap<>();

    static {
        BENCHMARKS.put("state", StateTable::print);
        BENCHMARKS.put("evaluate", EvaluateTable::print);
        BENCHMARKS.put("quotes", QuoteTable::print);
        BENCHMARKS.put("explain", ExplainTable::print);
        BENCHMARKS.put("commits", CommitTable::print);
        BENCHMARKS.put("coupons", CouponTable::print);
    }

    private Bench() {}

    /** Prints a table of measurements to standard output. */
    interface Benchmark {
        void print(Settings settings) throws Exception;
    }

    /**
     * Runs what was asked for.
     *
     * @param args a regular expression over names of benchmarks, then settings as {@code name=value}
     */
    public static void main(String[] args) throws Exception {
        Pattern asked = Pattern.compile(args.length == 0 ? ".*" : args[0]);
        Settings settings = Settings.of(args);
        System.out.println(Machine.describe());
        for (Map.Entry<String, Benchmark> benchmark : BENCHMARKS.entrySet()) {
            if (asked.matcher(benchmark.getKey()).matches()) {
                System.out.println("\n## " + benchmark.getKey() + "\n");
                benchmark.getValue().print(settings);
            }
        }
        System.out.println("\nLoad average at the end: " + Machine.load());
    }
}
