package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.rules.fixtures.Given;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.RulesRejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each file of the corpus tries to escape in its own way; the manifest says where it must be caught, and by which word. */
class HostileFilesTest {

    private static final Path HOSTILE = Path.of("src/test/resources/hostile");
    private static final Path LEGITIMATE = Path.of("src/test/resources/legitimate");
    private static final long SEED = Long.getLong("pelleh.seed", 20261122L);
    private static final int MUTANTS = 400;

    private static final List<String> SNIPPETS = List.of(
            "System.exit(0)",
            "eval(true)",
            "new Thread()",
            "import java.util.*;",
            "\\u0065",
            "getClass()",
            "$c.class",
            "Runtime.getRuntime().exec(\"id\")",
            "from x",
            "function void f() {}",
            "; insert(1);",
            "/*",
            "*/",
            "\"",
            "'",
            "@watch(x)",
            "salience 9999999999",
            "dialect \"mvel\"",
            "no-loop",
            "declare X end",
            "query q() end",
            "((((",
            "java.lang.System.exit(0)",
            "kcontext",
            "drools.halt()",
            "{",
            "while(true){}",
            "global x y;",
            "extends r",
            "matches \"(a+)+\"",
            "this",
            "[0]",
            "(int)",
            "->",
            "accumulate(",
            "\u202e",
            "$param",
            "$1");

    @TestFactory
    Stream<DynamicTest> everyHostileFileIsRefusedAtItsPlace() throws IOException {
        return Files.readAllLines(HOSTILE.resolve("manifest.txt")).stream()
                .map(line -> line.split("\\|", -1))
                .map(entry -> DynamicTest.dynamicTest(entry[0], () -> refused(entry[0], entry[1], entry[2])));
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        assertThat(Files.readAllLines(HOSTILE.resolve("manifest.txt"))).hasSizeGreaterThanOrEqualTo(80);
    }

    private static void refused(String name, String place, String word) throws IOException {
        Map<String, byte[]> files = surroundings();
        files.put("promotions/" + name, Files.readAllBytes(HOSTILE.resolve(name)));

        List<Problem> problems = RuleBook.read(Given.TEHRAN, files).problems();

        assertThat(problems).as(name).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("promotions/" + name);
            assertThat(problem.place()).hasToString(place);
            assertThat(problem.reason()).containsIgnoringCase(word);
        });
        if (!name.endsWith(".yaml")) {
            assertThatThrownBy(() -> RuleCompiler.compile(1, Given.TEHRAN, files))
                    .isInstanceOf(RulesRejected.class);
        }
    }

    private static Map<String, byte[]> surroundings() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("promotions/english.dsl", """
                [when]there is a contact=Customer()
                [then]give {n} points=effects.points({n});
                """.getBytes(StandardCharsets.UTF_8));
        files.put("tiers/tiers.csv", Files.readAllBytes(LEGITIMATE.resolve("tiers/tiers.csv")));
        return files;
    }

    static Map<String, byte[]> legitimate() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.walk(LEGITIMATE)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.put(LEGITIMATE.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    @Test
    void legitimateFilesOfAllFormsAreAccepted() throws IOException {
        Map<String, byte[]> files = legitimate();
        files.putAll(StarterPack.files());

        RuleBook book = RuleBook.read(Given.TEHRAN, files);

        assertThat(book.problems()).isEmpty();
        assertThat(files).hasSizeGreaterThanOrEqualTo(60);
        assertThat(RuleCompiler.compile(1, Given.TEHRAN, files).release()).isEqualTo(1);
    }

    /** Whatever a mutant still says is said in our own tree: what is written from it is read back without a problem. */
    @Test
    void whatMutantsStillSayIsInTheVocabulary() throws IOException {
        Random random = new Random(SEED);
        Map<String, byte[]> files = legitimate();
        List<String> paths = files.keySet().stream()
                .filter(path -> path.startsWith("promotions/") && !path.endsWith(".dsl") && !path.endsWith(".yaml"))
                .toList();
        for (int i = 0; i < MUTANTS; i++) {
            String path = paths.get(random.nextInt(paths.size()));
            Map<String, byte[]> mutated = new LinkedHashMap<>();
            files.forEach((other, bytes) -> {
                if (other.endsWith(".dsl") || other.startsWith("tiers/tiers")) {
                    mutated.put(other, bytes);
                }
            });
            String mutant = mutant(new String(Objects.requireNonNull(files.get(path)), StandardCharsets.UTF_8), random);
            mutated.put(path, mutant.getBytes(StandardCharsets.UTF_8));

            RuleBook book = RuleBook.read(Given.TEHRAN, mutated);

            String drl = book.drl(path);
            assertThat(drl.replaceAll("\"[^\"\n]*\"", ""))
                    .doesNotContain("System", "Runtime", "class", "eval", "java.", "insert");
            if (!drl.isEmpty()) {
                RuleBook again = RuleBook.read(Given.TEHRAN, Given.files("promotions/again.drl", drl));
                assertThat(again.problems())
                        .as("seed %d, mutant %d: %s", SEED, i, mutant)
                        .isEmpty();
            }
        }
    }

    private static String mutant(String text, Random random) {
        String snippet = SNIPPETS.get(random.nextInt(SNIPPETS.size()));
        int at = random.nextInt(text.length());
        int cut = random.nextBoolean() ? at : Math.min(text.length(), at + 1 + random.nextInt(8));
        return text.substring(0, at) + snippet + text.substring(cut);
    }
}
