package io.pelleh.api.ruleset.command;

import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Program.CountsAt;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.rules.RuleBook;
import io.pelleh.rules.RuleCompiler;
import io.pelleh.rules.analysis.Finding;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.RulesRejected;
import io.pelleh.rules.scenario.ScenarioReport;
import io.pelleh.rules.scenario.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validate} and {@code test}: check a folder of rules as the publish gate does, without a server. */
@Command(
        name = "validate|test",
        mixinStandardHelpOptions = true,
        description = {
            "validate: reads, checks and compiles every file, and tells what is probably not meant.",
            "test: the same, and runs every scenario.",
        },
        footer = "Exit codes: 0 nothing is wrong, 1 something is, 2 wrong arguments.")
public final class RulesCommand implements Callable<Integer> {

    private static final int OK = 0;
    private static final int PROBLEMS = 1;

    @Parameters(index = "0", description = "Folder in the layout of rules/: promotions/upsell.csv …")
    private Path folder = Path.of(".");

    @Option(names = "--zone", defaultValue = "Asia/Tehran", description = "Where days begin (${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneId.of("Asia/Tehran");

    @Option(names = "--currency", defaultValue = "IRR", description = "Of the amounts (${DEFAULT-VALUE}).")
    private String currency = "IRR";

    @Option(names = "--exponent", defaultValue = "0", description = "Decimals of the currency (${DEFAULT-VALUE}).")
    private int exponent;

    @Option(names = "--today", description = "The day by which rules have expired, 2027-03-21 (none).")
    private LocalDate today = LocalDate.EPOCH;

    @Option(names = "--strict", description = "Warnings count as problems.")
    private boolean strict;

    private final boolean scenarios;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private RulesCommand(boolean scenarios) {
        this.scenarios = scenarios;
    }

    /** Checks a folder; returns 0 nothing is wrong, 1 something is, 2 wrong arguments. */
    public static int validate(String... arguments) {
        return new CommandLine(new RulesCommand(false)).execute(arguments);
    }

    /** Checks a folder and runs its scenarios; returns 0 nothing is wrong, 1 something is, 2 wrong arguments. */
    public static int test(String... arguments) {
        return new CommandLine(new RulesCommand(true)).execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        Map<String, byte[]> files = new RuleFolder(folder).read();
        if (files.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec == null ? new CommandLine(this) : spec.commandLine(), "there are no rules in " + folder);
        }
        RuleBook book = RuleBook.read(zone, files);
        boolean warned = told(book.findings(today.atStartOfDay(zone).toInstant()));
        if (!book.problems().isEmpty()) {
            return rejected(book.problems());
        }
        try {
            RuleSet rules = RuleCompiler.compile(1, zone, files);
            boolean failed = scenarios && failed(book, rules);
            System.out.printf(
                    "%d files, %d rules: read, checked and compiled.%n",
                    files.size(), book.rules().size());
            return failed || (strict && warned) ? PROBLEMS : OK;
        } catch (RulesRejected e) {
            return rejected(e.problems());
        }
    }

    private static int rejected(List<Problem> problems) {
        problems.forEach(System.err::println);
        System.err.println(problems.size() + " problems.");
        return PROBLEMS;
    }

    private static boolean told(List<Finding> findings) {
        boolean warned = false;
        for (Finding finding : findings) {
            System.out.printf(
                    "%s: %s, %s: %s%n",
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.origin().file(),
                    finding.origin().place(),
                    finding.sentence().english());
            warned |= finding.severity() != Finding.Severity.HINT;
        }
        return warned;
    }

    private boolean failed(RuleBook book, RuleSet rules) {
        Program program = new Program(
                new ProgramId("check"),
                "Check",
                Currency.of(currency, exponent),
                true,
                zone,
                CountsAt.PLACED,
                true,
                Calendar.usual(zone));
        ScenarioReport report = new ScenarioRunner(program, rules).report(book.scenarios(), book.rules());
        for (ScenarioReport.Result result : report.results()) {
            if (!result.passed()) {
                System.err.println(result.scenario().ruleSet() + ", "
                        + result.scenario().name() + ": " + result.broken() + String.join("; ", result.differences()));
            }
        }
        report.coverage().sets().stream()
                .filter(set -> !set.missed().isEmpty())
                .forEach(set -> System.out.printf(
                        "%s: scenarios reach %d %% of %d rules%n", set.ruleSet(), set.percent(), set.rules()));
        System.out.printf(
                "%d scenarios, %d failed.%n",
                report.results().size(),
                report.results().stream().filter(result -> !result.passed()).count());
        return !report.passed();
    }
}
