package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Texts;
import io.pelleh.rules.fixtures.Given;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.WrittenRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    @Test
    void theStarterPackHasNoProblems() {
        RuleBook book = RuleBook.read(Given.TEHRAN, StarterPack.files());

        assertThat(book.problems()).isEmpty();
        assertThat(book.rules()).hasSizeGreaterThan(50);
        assertThat(book.scenarios()).hasSizeGreaterThan(40);
    }

    @Test
    void goodFilesAreReadThoughOthersAreBad() {
        Map<String, byte[]> files = new HashMap<>(StarterPack.files());
        files.putAll(Given.files(
                "promotions/bad.drl",
                "rule x when Customer( foo ) then effects.points(1); end",
                "promotions/bad.scenarios.yaml",
                "- scenario: x\n- *alias\n"));

        RuleBook book = RuleBook.read(Given.TEHRAN, files);

        assertThat(book.problems())
                .extracting(Problem::file, problem -> problem.place().line())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("promotions/bad.drl", 1),
                        org.assertj.core.groups.Tuple.tuple("promotions/bad.scenarios.yaml", 2));
        assertThat(book.rules()).hasSizeGreaterThan(50);
    }

    @Test
    void everyFormShownAsDrlReadsBackAsEqualRules() {
        RuleBook book = RuleBook.read(Given.TEHRAN, StarterPack.files());
        for (String path : StarterPack.files().keySet()) {
            String drl = book.drl(path);
            if (!drl.isEmpty()) {
                String copy = path.substring(0, path.lastIndexOf('.')) + ".drl";
                RuleBook again = RuleBook.read(
                        Given.TEHRAN, Given.files(copy, drl, "tiers/tiers.csv", "tier\nbronze\nsilver\ngold\n"));
                assertThat(again.problems()).isEmpty();
                assertThat(meaning(again.rules())).isEqualTo(meaning(of(book, path)));
            }
        }
    }

    private static List<WrittenRule> of(RuleBook book, String path) {
        return book.rules().stream()
                .filter(rule -> rule.origin().file().equals(path))
                .toList();
    }

    private static List<String> meaning(List<WrittenRule> rules) {
        return rules.stream()
                .map(rule ->
                        rule.rule().told(Texts.NONE) + " " + rule.when() + " " + rule.asks() + " " + rule.validity())
                .toList();
    }
}
