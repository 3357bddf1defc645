package io.pelleh.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.conformance.CaseVerdict.Outcome;
import io.pelleh.api.fixtures.App;
import io.pelleh.api.imports.RealData;
import io.pelleh.engine.checkout.Allocation;
import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Program.CountsAt;
import io.pelleh.engine.program.ProgramId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Published promotion cases, each played over HTTP: rules published, checkout put, answer compared. */
class PromotionCasesIT {

    private static final String FILE = "promotion-cases-open.json";
    private static final int ENOUGH = 90;

    @Test
    void everyApplicableCaseEndsAsItsSourceSays() throws IOException, InterruptedException {
        Path file = RealData.folder("promotions").resolve(FILE);
        Program program = new Program(
                new ProgramId("cases"),
                "Cases",
                Currency.of("USD", 2),
                true,
                ZoneOffset.UTC,
                CountsAt.PLACED,
                true,
                Calendar.GREGORIAN);
        List<CaseVerdict> verdicts;
        try (App app = App.with(program, Map.of())) {
            verdicts = ConformanceCommand.verdicts(file, URI.create(app.url()), app.key());
        }

        verdicts.stream().filter(v -> v.outcome() != Outcome.PASSED).forEach(v -> System.out.println(v.line()));
        assertThat(verdicts).noneMatch(verdict -> verdict.outcome() == Outcome.FAILED);
        assertThat(verdicts.stream().filter(verdict -> verdict.outcome() == Outcome.PASSED))
                .hasSizeGreaterThanOrEqualTo(ENOUGH);
    }

    /** All but the one that its own source alone rounds otherwise: our policy is the largest remainder. */
    @Test
    void amountsAreSplitAsTheEnginesAgree() throws IOException {
        JsonNode root = CaseServer.JSON.readTree(
                Files.readAllBytes(RealData.folder("promotions").resolve(FILE)));

        for (JsonNode vector : root.path("prorate_vectors")) {
            long[] weights = longs(vector.path("weights"));
            long[] parts = Allocation.proportional(vector.path("total").asLong(), weights);
            boolean theirsAlone = vector.path("policy").asString().startsWith("Sylius only");
            assertThat(parts)
                    .as(vector.toString())
                    .isEqualTo(theirsAlone ? new long[] {161, 53, 86} : longs(vector.path("expected")));
        }
    }

    private static long[] longs(JsonNode list) {
        return list.valueStream().mapToLong(JsonNode::asLong).toArray();
    }
}
