package io.pelleh.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.rules.RuleBook;
import io.pelleh.rules.analysis.Change.Kind;
import io.pelleh.rules.fixtures.Given;
import io.pelleh.rules.fixtures.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final String SEGMENTS = """
            RuleSet,x
            ,
            RuleTable T
            NAME,CONDITION,CONDITION,ACTION
            ,$c:Customer...,$c:Customer...,
            ,orders >=,tier,"effects.segment(""$param"");"
            Name,Orders,Tier,Segment
            many,5,,Loyal
            golden,1,gold,Gold
            """;

    @Test
    void aThresholdThatMovedIsSaidInBothLanguages() {
        List<Change> changes =
                changes("promotions/s.csv", Tables.FREE_SHIPPING, Tables.FREE_SHIPPING.replace("5000000", "3000000"));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CONDITION);
            assertThat(change.sentence().english())
                    .isEqualTo("all: basket.total from 3,000,000 instead of from 5,000,000");
            assertThat(change.sentence().persian()).contains("به جای", "3,000,000");
        });
    }

    @Test
    void rulesThatComeAndGoAndEffectsAreNamed() {
        String before =
                "rule a when Customer() then effects.points( 1 ); end\nrule b when then effects.points( 2 ); end\n";
        String after =
                "rule a salience 3 when Customer() then effects.points( 9 ); end\nrule c when then effects.points( 2 ); end\n";

        assertThat(changes("promotions/s.drl", before, after))
                .extracting(Change::kind)
                .containsExactlyInAnyOrder(Kind.EFFECT, Kind.PRIORITY, Kind.ADDED, Kind.REMOVED);
    }

    @Test
    void anOrderThatMattersIsAChangeAndOneThatDoesNotIsWordsOnly() {
        String swapped = SEGMENTS.replace("many,5,,Loyal\ngolden,1,gold,Gold", "golden,1,gold,Gold\nmany,5,,Loyal");
        String shipping = Tables.FREE_SHIPPING.replace("Basket of at least", "At least");

        assertThat(changes("segments/s.csv", SEGMENTS, swapped))
                .extracting(Change::kind)
                .containsExactly(Kind.ORDER);
        assertThat(changes("promotions/s.csv", Tables.FREE_SHIPPING, shipping))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(Kind.TEXT);
                    assertThat(change.sentence().english()).contains("nothing is decided differently");
                });
        assertThat(changes("segments/s.csv", SEGMENTS, SEGMENTS)).isEmpty();
    }

    private static List<Change> changes(String path, String before, String after) {
        return RuleBook.changes(book(path, before), book(path, after));
    }

    private static RuleBook book(String path, String text) {
        return RuleBook.read(Given.TEHRAN, Given.files(path, text, "tiers/tiers.csv", "tier\ngold\n"));
    }
}
