package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.RuleSet;
import io.pelleh.rules.Edition.Files;
import io.pelleh.rules.fixtures.Given;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EditionTest {

    private static final int FREE = 200;

    private final RuleCompiler compiler = new RuleCompiler();

    private static Map<String, byte[]> with(String path, String text) {
        Map<String, byte[]> files = new HashMap<>(StarterPack.files());
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static String text(String path) {
        return new String(StarterPack.files().get(path), StandardCharsets.UTF_8);
    }

    @Test
    void aRuleSetsVersionIsTheReleaseInWhichItsFilesLastChanged() {
        Files was = new Files(StarterPack.files());
        Files is = new Files(with("promotions/upsell.csv", text("promotions/upsell.csv") + "x,A,1,,,\n"));

        Edition second = Edition.first(1).next(2, was, is);

        assertThat(second.versions()).containsEntry("promotions/upsell", 2L).containsEntry("promotions/points", 1L);
        assertThat(second.placedSince()).isEqualTo(1);
    }

    @Test
    void aDictionaryChangesTheSentencesBesideIt() {
        Files was = new Files(with("ladder/own.dsl", "[when] a = b"));
        Files is = new Files(with("ladder/own.dsl", "[when] a = c"));

        Edition second = Edition.first(1).next(2, was, is);

        assertThat(second.versions()).containsEntry("ladder/ladder", 2L).containsEntry("tiers/golden-customers", 1L);
        assertThat(second.placedSince()).isEqualTo(2);
    }

    @Test
    void takingARuleSetOutPlacesEverybodyAgainWhereItPlacedThem() {
        Map<String, byte[]> fewer = new HashMap<>(StarterPack.files());
        fewer.remove("segments/segments.csv");

        Edition second = Edition.first(1).next(2, new Files(StarterPack.files()), new Files(fewer));

        assertThat(second.placedSince()).isEqualTo(2);
    }

    @Test
    void aDecisionNamesTheVersionOfEachRuleSet() {
        Edition edition = new Edition(7, 3, Map.of("promotions/upsell", 5L));

        RuleSet rules = compiler.compile(edition, Given.TEHRAN, StarterPack.files());

        assertThat(rules.release()).isEqualTo(7);
        assertThat(rules.placedSince()).isEqualTo(3);
        assertThat(rules.versions()).containsEntry("promotions/upsell", 5L).containsEntry("promotions/points", 7L);
    }

    @Test
    void anEditedRowCompilesNothing() {
        compiler.compile(Edition.first(1), Given.TEHRAN, StarterPack.files());
        RuleSet kept = compiler.compile(Edition.first(1), Given.TEHRAN, StarterPack.files());
        long before = loaded();

        RuleSet rules = compiler.compile(
                Edition.first(2),
                Given.TEHRAN,
                with("promotions/upsell.csv", text("promotions/upsell.csv").replace("4950000", "4900000")));

        assertThat(rules.release()).isEqualTo(2);
        assertThat(kept.release()).isEqualTo(1);
        assertThat(loaded() - before).isLessThan(5);
    }

    private static long loaded() {
        return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    }

    @Test
    void tenSwapsLeaveNothingBehind() {
        swaps(3, 10);
    }

    @Test
    @Tag("full")
    void twoHundredSwapsLeaveNothingBehind() {
        swaps(10, 200);
    }

    /** Each swap compiles other DRL; after the first few, classes and metaspace stay what they were. */
    private void swaps(int warm, int times) {
        for (int i = 0; i < warm; i++) {
            swap(i);
        }
        long classes = classes();
        long metaspace = metaspace();

        for (int i = warm; i < times; i++) {
            swap(i);
        }

        assertThat(classes()).isLessThan(classes + 400);
        assertThat(metaspace()).isLessThan(metaspace + (6L << 20));
    }

    private void swap(int i) {
        compiler.compile(Edition.first(i + 1), Given.TEHRAN, with("promotions/welcome.drl", welcome(i)));
    }

    private static String welcome(int i) {
        return text("promotions/welcome.drl").replace("1000000", Integer.toString(1_000_000 + i));
    }

    private static long classes() {
        collect();
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static void collect() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
    }

    @Test
    @Tag("full")
    void twoHundredFreeRulesCompileWithinThirtySeconds() {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i < FREE; i++) {
            drl.append("rule \"r")
                    .append(i)
                    .append("\"\nwhen\n    Basket( total >= ")
                    .append(1_000_000 + i)
                    .append(", units > ")
                    .append(i % 7)
                    .append(" )\n    Customer( orders > ")
                    .append(i % 11)
                    .append(" )\nthen\n    effects.percentOff( 1 );\nend\n");
        }
        long begun = System.nanoTime();

        RuleSet rules = compiler.compile(Edition.first(1), Given.TEHRAN, with("promotions/free.drl", drl.toString()));

        assertThat(rules.versions()).containsKey("promotions/free");
        assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(30_000);
    }
}
