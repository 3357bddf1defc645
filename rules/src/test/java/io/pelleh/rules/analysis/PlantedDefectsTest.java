package io.pelleh.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.rules.RuleBook;
import io.pelleh.rules.StarterPack;
import io.pelleh.rules.analysis.Finding.Kind;
import io.pelleh.rules.analysis.Mutator.Planted;
import io.pelleh.rules.fixtures.Given;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mutator plants thirty defects for each seed into the starter pack and four larger packs; {@code -Dpelleh.seed} tries another. */
class PlantedDefectsTest {

    private static final int DEFECTS = 30;

    static List<Long> seeds() {
        Long chosen = Long.getLong("pelleh.seed");
        return chosen == null ? List.of(1L, 2L) : List.of(chosen);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void atLeastTwentyNineOfThirtyAreFound(long seed) {
        Random random = new Random(seed);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < DEFECTS; i++) {
            Mutator mutator = new Mutator(random);
            Planted planted = mutator.plant(i);
            RuleBook book = RuleBook.read(Given.TEHRAN, planted.files());
            assertThat(book.problems()).as(planted.what()).isEmpty();
            boolean found = book.findings(Given.NOW).stream()
                    .anyMatch(finding -> planted.kinds().contains(finding.kind())
                            && (finding.rules().stream()
                                            .anyMatch(id -> planted.names().contains(id))
                                    || planted.names().contains(finding.origin().file())));
            if (!found) {
                missed.add(planted.what() + " -> " + book.findings(Given.NOW));
            }
        }
        assertThat(missed).as("seed %d", seed).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cleanPacksGiveAtMostOneAlarmInAHundredRows(long seed) {
        for (Map<String, byte[]> pack : Mutator.clean(new Random(seed))) {
            RuleBook book = RuleBook.read(Given.TEHRAN, pack);
            assertThat(book.problems()).isEmpty();
            assertThat(book.findings(Given.NOW))
                    .as("seed %d", seed)
                    .hasSizeLessThanOrEqualTo(book.rules().size() / 100);
        }
    }

    @Test
    void theStarterPackIsOneOfThePacks() {
        Map<String, byte[]> starter = new LinkedHashMap<>(StarterPack.files());

        assertThat(Mutator.clean(new Random(1)).getFirst()).containsOnlyKeys(starter.keySet());
        assertThat(Set.of(Kind.values())).contains(Kind.GAP);
        assertThat(new String(Objects.requireNonNull(starter.get("tiers/tiers.csv")), StandardCharsets.UTF_8))
                .contains("gold");
    }
}
