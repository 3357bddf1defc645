package io.pelleh.api.conformance;

import io.pelleh.api.conformance.CaseVerdict.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code conformance}: runs a file of promotion cases against a server and prints what came of each. */
@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        description = {
            "Runs promotion cases against a server, as its users would: rules published, checkout put, answer compared.",
            "Every case replaces all rules of the program: use one that was opened for it, in a currency with two decimals.",
        },
        footer = "Exit codes: 0 nothing failed, 1 a case failed, 2 wrong arguments.")
public final class ConformanceCommand implements Callable<Integer> {

    @Parameters(index = "0", description = "JSON in the schema of docs/conformance.md.")
    private Path file = Path.of("cases.json");

    @Option(names = "--url", required = true, description = "The server.")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--key", required = true, description = "A key of the program with role admin.")
    private String key = "";

    @Option(names = "--replace-rules", description = "Replace the rules of a program that is no sandbox, too.")
    private boolean replace;

    /** Runs the cases; returns 0 nothing failed, 1 a case failed, 2 wrong arguments. */
    public static int run(String... arguments) {
        return new CommandLine(new ConformanceCommand()).execute(arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!replace && !new CaseServer(url, key).sandbox()) {
            System.err.println(
                    "The program is no sandbox, and every case replaces all its rules. Say --replace-rules if you mean it.");
            return 2;
        }
        List<CaseVerdict> verdicts = verdicts(file, url, key);
        System.out.println("| case | topic | outcome | detail |\n| --- | --- | --- | --- |");
        verdicts.forEach(verdict -> System.out.println(verdict.line()));
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        verdicts.forEach(verdict -> counts.merge(verdict.outcome(), 1L, Long::sum));
        System.out.printf(
                "%n%d cases: %d passed, %d not applicable, %d failed%n",
                verdicts.size(),
                counts.getOrDefault(Outcome.PASSED, 0L),
                counts.getOrDefault(Outcome.NOT_APPLICABLE, 0L),
                counts.getOrDefault(Outcome.FAILED, 0L));
        return counts.containsKey(Outcome.FAILED) ? 1 : 0;
    }

    /** What came of each case, in the order of the file. */
    static List<CaseVerdict> verdicts(Path file, URI url, String key) throws IOException, InterruptedException {
        JsonNode root = CaseServer.JSON.readTree(Files.readAllBytes(file));
        CaseServer server = new CaseServer(url, key);
        String run = Long.toString(server.clock().millis(), Character.MAX_RADIX);
        List<CaseVerdict> verdicts = new ArrayList<>();
        for (JsonNode one : root.path("cases")) {
            PromotionCase asked = new PromotionCase(one);
            try {
                verdicts.add(new CaseRun(server, asked, run).run());
            } catch (IOException e) {
                verdicts.add(CaseVerdict.of(asked, List.of(String.valueOf(e.getMessage()))));
            }
        }
        return verdicts;
    }
}
