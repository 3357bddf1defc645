package io.pelleh.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.conformance.CaseVerdict.Outcome;
import io.pelleh.api.fixtures.App;
import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Program.CountsAt;
import io.pelleh.engine.program.ProgramId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cases of our own: what the schema allows is played, and what it does not know is said, not passed over. */
class ConformanceIT {

    private static final Path CASES = Path.of("src", "test", "resources", "conformance", "own-cases.json");
    private static final int PLAYED = 11;
    private static final Program PROGRAM = new Program(
            new ProgramId("cases"),
            "Cases",
            Currency.of("USD", 2),
            true,
            ZoneOffset.UTC,
            CountsAt.PLACED,
            true,
            Calendar.GREGORIAN);

    @Test
    void whatIsAllowedIsPlayedAndWhatIsUnknownIsNotApplicable() throws IOException, InterruptedException {
        List<CaseVerdict> verdicts;
        try (App app = App.with(PROGRAM, Map.of())) {
            verdicts = ConformanceCommand.verdicts(CASES, URI.create(app.url()), app.key());
        }

        assertThat(verdicts)
                .filteredOn(verdict -> verdict.outcome() == Outcome.FAILED)
                .extracting(CaseVerdict::line)
                .containsExactly("| wrong |  | failed | discount_total: expected 501, found 500 |");
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.outcome() == Outcome.NOT_APPLICABLE)
                .extracting(CaseVerdict::detail)
                .containsExactly(
                        "there is no condition weather",
                        "there is no action wrap",
                        "a promotion has no weekday",
                        "a filter has no brand",
                        "what is expected has no points",
                        "usage_limit cannot be \"many\"");
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.outcome() == Outcome.PASSED)
                .hasSize(PLAYED);
    }
}
