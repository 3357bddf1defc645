package io.pelleh.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be played is told in one sentence, and is no success. */
class ConformanceCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsNoFileOfCasesIsSaid() throws IOException {
        Path cases = folder.resolve("cases.json");

        assertThat(told(cases)).isEqualTo("2: " + cases + " cannot be read");
        Files.writeString(cases, "{\"cases\": [");
        assertThat(told(cases)).startsWith("2: " + cases + " is no JSON: ");
        Files.writeString(cases, "{\"promotions\": []}");
        assertThat(told(cases)).isEqualTo("2: " + cases + " has no cases: a list of that name is expected");
    }

    @Test
    void aServerThatDoesNotAnswerIsSaid() throws IOException {
        Path cases = folder.resolve("cases.json");
        Files.writeString(cases, "{\"cases\": [{}]}");

        assertThat(told(cases)).isEqualTo("2: no Pelleh server answers at http://127.0.0.1:1");
    }

    private static String told(Path file) {
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            int code = ConformanceCommand.run(file.toString(), "--url", "http://127.0.0.1:1", "--key", "k");
            return code + ": " + said.toString(StandardCharsets.UTF_8).strip();
        } finally {
            System.setErr(err);
        }
    }
}
