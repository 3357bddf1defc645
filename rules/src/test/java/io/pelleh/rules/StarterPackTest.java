package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Lane;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.facts.Attribute.Since;
import io.pelleh.rules.fixtures.Given;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StarterPackTest {

    private static final Path FOLDER = Path.of("src/main/resources/rules");

    @Test
    void namesEveryFileOfItsFolder() {
        assertThat(StarterPack.files().keySet()).containsExactlyInAnyOrderElementsOf(onDisk());
    }

    @Test
    void compilesAndKnowsItsTiersLanesAndWatchedProducts() {
        RuleSet rules = RuleCompiler.compile(1, Given.TEHRAN, StarterPack.files());

        assertThat(rules.tiers()).containsExactly("bronze", "silver", "gold");
        assertThat(rules.lanes())
                .extracting(Lane::name)
                .containsExactly(
                        "price", "shipping", "upsell", "cross-sell", "win-back", "points", "coupon", "message");
        assertThat(rules.watchedSkus()).containsExactlyInAnyOrder("TEA-500", "TEA-500-3PACK", "COFFEE-250", "RICE-5KG");
        assertThat(rules.versions())
                .containsEntry("promotions/free-shipping", 1L)
                .hasSize(13);
    }

    @Test
    void knowsWhenTimeAloneChangesItsMind() {
        RuleSet rules = RuleCompiler.compile(1, Given.TEHRAN, StarterPack.files());

        assertThat(rules.thresholds().daily()).isFalse();
        assertThat(rules.thresholds().ages().get(Since.LAST_ORDER))
                .containsExactly(8L, 31L, 46L, 91L, 151L, 271L, 366L, 541L);
        assertThat(rules.thresholds().windows()).containsExactlyInAnyOrder(90, 365);
    }

    private static List<String> onDisk() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
