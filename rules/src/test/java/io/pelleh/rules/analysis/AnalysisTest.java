package io.pelleh.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.rules.RuleBook;
import io.pelleh.rules.StarterPack;
import io.pelleh.rules.analysis.Finding.Kind;
import io.pelleh.rules.fixtures.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {

    private static final String HEAD = """
            RuleSet,x
            ,
            RuleTable T
            NAME,CONDITION,CONDITION,CONDITION,ACTION,DATE-EXPIRES
            ,$c:Customer...,$c:Customer...,$c:Customer...,,
            ,orders >=,orders <=,tier,%s,
            Name,From,To,Tier,Effect,Before
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONTRADICTION | a,5,3,,1,",
                "EXPIRED       | a,5,,,1,01-Jan-2020",
                "DUPLICATE     | a,5,,,1,;b,5,,,1,",
                "NEVER_WINS    | a,5,,,2,;b,7,,,1,",
                "GAP           | a,1,3,,1,;b,4,6,,2,;c,7,9,,3,;d,10,12,,4,;e,14,15,,5,;f,16,20,,6,",
                "OVERLAP       | a,1,3,,1,;b,4,6,,2,;c,7,9,,3,;d,10,12,,4,;e,12,15,,5,;f,16,20,,6,",
            })
    void whatIsNotMeantIsFound(Kind kind, String rows) {
        String table = HEAD.formatted("effects.points($param);") + rows.replace(';', '\n') + "\n";

        List<Finding> findings = findings(Given.files("promotions/x.csv", table, "tiers/tiers.csv", "tier\ngold\n"));

        assertThat(findings).extracting(Finding::kind).contains(kind);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.sentence().english()).isNotBlank();
            assertThat(finding.sentence().persian()).isNotBlank();
            assertThat(finding.hint().persian()).isNotBlank();
        });
    }

    @Test
    void rowsThatComeTooLateAreFoundAndWhatTheyWouldGive() {
        String table = HEAD.formatted("\"effects.segment(\"\"$param\"\");\"") + "a,1,3,,A,\nb,4,,,B,\nc,2,8,,C,\n";

        assertThat(findings(Given.files("segments/x.csv", table)))
                .filteredOn(finding -> finding.rules().contains("segments/x/c"))
                .extracting(Finding::kind)
                .containsExactly(Kind.SHADOWED, Kind.UNREACHABLE);
    }

    @Test
    void segmentsWithoutARowForTheRestHaveAGap() {
        String table = HEAD.formatted("\"effects.segment(\"\"$param\"\");\"") + "a,1,3,,A,\nb,4,,gold,B,\n";

        assertThat(findings(Given.files("segments/x.csv", table, "tiers/tiers.csv", "tier\ngold\n")))
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.GAP);
                    assertThat(finding.sentence().english()).contains("customer.orders from 4");
                });
    }

    @Test
    void theStarterPackGivesNoAlarm() {
        assertThat(findings(StarterPack.files())).isEmpty();
    }

    @Test
    void aThousandRowsAreCheckedAndAnalysedInSeconds() {
        String table = Packs.quantityDiscounts(new Random(1)).csv();
        Instant begin = Instant.now();

        RuleBook book = RuleBook.read(Given.TEHRAN, Given.files("promotions/quantity.csv", table));

        assertThat(book.rules()).hasSize(1000);
        assertThat(book.findings(Given.NOW)).isEmpty();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private static List<Finding> findings(Map<String, byte[]> files) {
        RuleBook book = RuleBook.read(Given.TEHRAN, files);
        assertThat(book.problems()).isEmpty();
        return book.findings(Given.NOW);
    }
}
