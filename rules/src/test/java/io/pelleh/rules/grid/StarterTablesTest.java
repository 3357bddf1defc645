package io.pelleh.rules.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.rules.Grids;
import io.pelleh.rules.RuleBook;
import io.pelleh.rules.StarterPack;
import io.pelleh.rules.fixtures.Given;
import io.pelleh.rules.reading.WrittenRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The starter pack's tables, in Drools' format, by way of the grid into every other format. */
class StarterTablesTest {

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "grid.json"})
    void becomeEqualRulesInEveryFormat(String ending) {
        Map<String, byte[]> files = StarterPack.files();
        Map<String, byte[]> converted = new LinkedHashMap<>();
        Grids grids = new Grids(files);
        files.forEach((path, bytes) -> {
            boolean table = (path.endsWith(".csv") || path.endsWith(".xlsx")) && !path.matches(".*/(lanes|tiers).csv");
            String target = table ? path.replaceFirst("\\.(csv|xlsx)$", "." + ending) : path;
            converted.put(target, table ? grids.file(target, grids.json(path, bytes)) : bytes);
        });

        assertThat(rules(converted)).isEqualTo(rules(files)).hasSizeGreaterThan(50);
    }

    private static List<String> rules(Map<String, byte[]> files) {
        RuleBook book = RuleBook.read(Given.TEHRAN, files);
        assertThat(book.problems()).isEmpty();
        return book.rules().stream().map(StarterTablesTest::told).toList();
    }

    private static String told(WrittenRule rule) {
        return rule.rule() + " " + rule.about() + " " + rule.row() + " " + rule.asks() + " " + rule.validity();
    }
}
