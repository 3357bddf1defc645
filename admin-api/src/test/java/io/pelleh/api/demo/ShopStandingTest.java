package io.pelleh.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Rung;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.rules.RuleCompiler;
import io.pelleh.rules.StarterPack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The starter pack says where the customers of the demo shop stand. */
class ShopStandingTest {

    private static final Instant NOW = Instant.parse("2026-03-21T10:00:00Z");
    private static final Map<String, byte[]> FILES = StarterPack.files();
    private static final RuleSet RULES = RuleCompiler.compile(1, Shop.PROGRAM.zone(), FILES);

    private final Map<String, CustomerState> customers = Shop.stories(new Days(NOW, Shop.PROGRAM.zone())).stream()
            .map(story -> new Lived(RULES).through(story, NOW))
            .collect(Collectors.toMap(state -> state.id().value(), state -> state));

    @Test
    void somebodyStandsOnEveryRung() {
        assertThat(customers.values())
                .extracting(state -> state.standing().rung())
                .contains(Rung.values());
    }

    @Test
    void somebodyIsInEverySegment() {
        List<String> segments = new String(FILES.get("segments/segments.csv"), StandardCharsets.UTF_8)
                .lines()
                .dropWhile(row -> !row.startsWith("Row,"))
                .skip(1)
                .map(row -> row.substring(row.lastIndexOf(',') + 1))
                .toList();

        assertThat(segments).contains("Champions", "At Risk", "Hibernating");
        assertThat(customers.values())
                .extracting(state -> state.standing().segment())
                .containsAll(segments);
    }

    @Test
    void somebodyIsInEveryTierAndHasPoints() {
        assertThat(customers.values())
                .extracting(state -> state.standing().tier())
                .containsAll(RULES.tiers())
                .contains("");
        assertThat(customers.values()).anyMatch(state -> state.wallet().active(NOW) > 1_000);
    }

    @Test
    void theCastPlaysItsParts() {
        assertThat(List.of(
                        customers.get(Cast.GOLDEN),
                        customers.get(Cast.AT_RISK),
                        customers.get(Cast.ASLEEP),
                        customers.get(Cast.CURIOUS),
                        customers.get(Cast.ADVOCATE)))
                .extracting(
                        state -> state.standing().rung(),
                        state -> state.standing().segment(),
                        state -> state.standing().tier())
                .containsExactly(
                        tuple(Rung.ADVOCATE, "Champions", "gold"),
                        tuple(Rung.LOYAL, "At Risk", "silver"),
                        tuple(Rung.REPEAT, "Hibernating", "bronze"),
                        tuple(Rung.PROSPECT, "", ""),
                        tuple(Rung.ADVOCATE, "Champions", "gold"));
    }
}
