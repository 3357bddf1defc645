package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Stage;
import io.pelleh.rules.fixtures.Given;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void equalFilesAreAlikeEverywhere() {
        Likeness likeness = with("promotions/notes.md", "another note");

        assertThat(likeness.stages()).containsExactlyInAnyOrder(Stage.values());
        assertThat(likeness.withoutBasket()).isTrue();
    }

    @Test
    void anotherRuleOnBasketsLeavesEverythingElseAlike() {
        Likeness likeness = with("promotions/more.drl", """
                rule "more" when Basket(total > 5) then effects.freeShipping(); end
                """);

        assertThat(likeness.stages())
                .containsExactlyInAnyOrder(Stage.SCORING, Stage.SEGMENTS, Stage.LADDER, Stage.TIERS);
        assertThat(likeness.withoutBasket()).isTrue();
    }

    @Test
    void aRuleOnTheCustomerAloneMattersWhereverTheCustomerIsLookedAt() {
        Likeness likeness = with("promotions/more.drl", """
                rule "more" when Customer(orders > 5) then effects.message("thanks"); end
                """);

        assertThat(likeness.stages()).doesNotContain(Stage.PROMOTIONS).contains(Stage.TIERS);
        assertThat(likeness.withoutBasket()).isFalse();
    }

    @Test
    void anotherThresholdInOneStageIsThatStagesDifference() {
        Likeness likeness = with(
                "tiers/golden-customers.csv",
                new String(StarterPack.files().get("tiers/golden-customers.csv"), StandardCharsets.UTF_8)
                        .replace("40000000", "30000000"));

        assertThat(likeness.stages()).doesNotContain(Stage.TIERS).contains(Stage.SCORING, Stage.PROMOTIONS);
        assertThat(likeness.withoutBasket()).isFalse();
    }

    @Test
    void anotherOrderOfLanesMayChangeAnything() {
        assertThat(with(
                        "promotions/lanes.csv",
                        "lane\nshipping\nprice\n" + "upsell\ncross-sell\nwin-back\npoints\nmessage\n"))
                .isEqualTo(Likeness.NONE);
    }

    private static Likeness with(String path, String text) {
        Map<String, byte[]> other = new LinkedHashMap<>(StarterPack.files());
        other.put(path, text.getBytes(StandardCharsets.UTF_8));
        return Likeness.of(Given.TEHRAN, StarterPack.files(), other);
    }
}
