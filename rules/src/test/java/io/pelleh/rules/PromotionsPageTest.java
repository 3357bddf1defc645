package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Program.CountsAt;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.rules.fixtures.Given;
import io.pelleh.rules.scenario.ScenarioReport;
import io.pelleh.rules.scenario.ScenarioRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every worked example of docs/promotions.md does what the page says. */
class PromotionsPageTest {

    private static final Path PAGE = Path.of("../docs/promotions.md");
    private static final Pattern BLOCK = Pattern.compile("```(drl|csv|yaml)\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, String> PATHS = Map.of(
            "drl",
            "promotions/example.drl",
            "csv",
            "promotions/lanes.csv",
            "yaml",
            "promotions/example.scenarios.yaml");

    static Stream<String> examples() throws IOException {
        return Arrays.stream(Files.readString(PAGE).split("\n### ")).skip(1);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsTrue(String example) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(example);
        while (block.find()) {
            files.put(PATHS.get(block.group(1)), block.group(2).getBytes(StandardCharsets.UTF_8));
        }
        RuleBook book = RuleBook.read(Given.TEHRAN, files);
        Program program = new Program(
                new ProgramId("page"),
                "Page",
                Currency.of("IRR", 0),
                true,
                Given.TEHRAN,
                CountsAt.PLACED,
                true,
                Calendar.JALALI);

        ScenarioReport report = new ScenarioRunner(program, RuleCompiler.compile(1, Given.TEHRAN, files))
                .report(book.scenarios(), book.rules());

        assertThat(book.problems()).isEmpty();
        assertThat(report.results())
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.differences())
                        .as(result.scenario().name())
                        .isEmpty());
        assertThat(report.passed()).isTrue();
    }
}
