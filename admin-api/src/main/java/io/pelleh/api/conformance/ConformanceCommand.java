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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code conformance}: runs a file of promotion cases against a server and prints what came of each. */
@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        description = {
            "Runs promotion cases against a server, as its users would: rules published, checkout put, answer compared.",
            "Every case replaces all rules of the program: use one that was opened for it, in a currency with two decimals.",
        },
        footer = "Exit codes: 0 nothing failed, 1 a case failed, 2 wrong arguments, no such file, no server.")
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
    public Integer call() throws InterruptedException {
        try {
            return played();
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private int played() throws IOException, InterruptedException {
        read(file);
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

    /** The cases of a file; an {@link IOException} says what is wrong with it. */
    private static JsonNode read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(file + " cannot be read");
        }
        try {
            JsonNode cases = CaseServer.JSON.readTree(Files.readAllBytes(file)).path("cases");
            if (!cases.isArray() || cases.isEmpty()) {
                throw new IOException(file + " has no cases: a list of that name is expected");
            }
            return cases;
        } catch (JacksonException e) {
            throw new IOException(file + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** What came of each case, in the order of the file. */
    static List<CaseVerdict> verdicts(Path file, URI url, String key) throws IOException, InterruptedException {
        JsonNode cases = read(file);
        CaseServer server = new CaseServer(url, key);
        String run = Long.toString(server.clock().millis(), Character.MAX_RADIX);
        List<CaseVerdict> verdicts = new ArrayList<>();
        for (JsonNode one : cases) {
            PromotionCase asked = new PromotionCase(one);
            try {
                verdicts.add(new CaseRun(server, asked, "case-" + verdicts.size() + "-" + run).run());
            } catch (IOException e) {
                verdicts.add(CaseVerdict.of(asked, List.of(String.valueOf(e.getMessage()))));
            } catch (RuntimeException e) {
                verdicts.add(CaseVerdict.of(asked, List.of("the case cannot be played: " + e)));
            }
        }
        return verdicts;
    }
}
