package io.pelleh.api.imports.command;

import io.pelleh.api.imports.command.ImportClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code import}: sends files to a running server, shows progress, and fetches the rejected rows. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports past orders, returns or customers from CSV or CSV.gz files.",
        footer = "Ctrl-C stops the import; it goes on with --resume.")
public final class ImportCommand implements Callable<Integer> {

    private static final int OK = 0;
    private static final int NOT_DONE = 1;

    @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", description = "Server (${DEFAULT-VALUE}).")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--key",
            defaultValue = "${env:PELLEH_KEY}",
            required = true,
            description = "API key with the scope ingest; it says which program (or PELLEH_KEY).")
    private String key = "";

    @Option(names = "--mapping", description = "JSON file that says which column tells what.")
    private @Nullable Path mapping;

    @Option(names = "--file", description = "File to import; repeat it for more, in their order.")
    private List<Path> files = List.of();

    @Option(names = "--resume", description = "Id of an import that was stopped or failed.")
    private @Nullable String resume;

    @Option(names = "--rejects", description = "Where rejected rows go (<file>.rejects.csv).")
    private @Nullable Path rejects;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Runs the command; returns its exit code: 0 all applied, 1 not, 2 wrong arguments. */
    public static int run(String... arguments) {
        return new CommandLine(new ImportCommand()).execute(arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ImportClient client = new ImportClient(url, key);
        Answer begun = begin(client);
        if (begun.status() >= 400) {
            return refused(begun);
        }
        String id = begun.body().get("id").asString();
        Thread interrupted = Thread.ofPlatform().unstarted(() -> stop(client, id));
        Runtime.getRuntime().addShutdownHook(interrupted);
        System.out.println("Import " + id + " is running.");
        Answer end = new Watch(client, id).untilOver();
        Runtime.getRuntime().removeShutdownHook(interrupted);
        return end.status() >= 400 ? refused(end) : over(client, end, id);
    }

    private Answer begin(ImportClient client) throws IOException, InterruptedException {
        if (resume != null) {
            return client.resume(resume);
        }
        if (mapping == null || files.isEmpty()) {
            throw new ParameterException(command(), "--mapping and --file are needed, or --resume");
        }
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new ParameterException(command(), "there is no readable file " + file);
            }
        }
        return client.send(mapping, files);
    }

    private CommandLine command() {
        return spec == null ? new CommandLine(this) : spec.commandLine();
    }

    private static int refused(Answer answer) {
        System.err.println("Refused (" + answer.status() + "): " + answer.text("detail"));
        for (var error : answer.body().path("errors")) {
            System.err.println("  " + error.path("pointer").asString() + ": "
                    + error.path("detail").asString());
        }
        return NOT_DONE;
    }

    private int over(ImportClient client, Answer end, String id) throws IOException, InterruptedException {
        String state = end.text("state");
        System.out.printf(
                "%s: %d rows read, %d applied, %d rejected.%n",
                state, end.number("rowsRead"), end.number("applied"), end.number("rejected"));
        if (end.number("rejected") > 0) {
            Path to = rejectsFile(end);
            client.rejects(id, to);
            System.out.println("Rejected rows with their reasons are in " + to);
        }
        if (!state.equals("done")) {
            System.err.println(end.text("problem") + " Go on with --resume " + id);
            return NOT_DONE;
        }
        return OK;
    }

    private Path rejectsFile(Answer end) {
        if (rejects != null) {
            return rejects;
        }
        String name = end.body().path("files").path(0).path("name").asString("import");
        return files.isEmpty()
                ? Path.of(name + ".rejects.csv")
                : files.getFirst().resolveSibling(name + ".rejects.csv");
    }

    private static void stop(ImportClient client, String id) {
        try {
            client.cancel(id);
            System.err.println("\nStopped. Go on with --resume " + id);
        } catch (IOException e) {
            System.err.println("\nThe server cannot be reached; import " + id + " may still be running.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
