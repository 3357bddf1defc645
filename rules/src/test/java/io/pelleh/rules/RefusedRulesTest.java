package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pelleh.rules.fixtures.Given;
import io.pelleh.rules.fixtures.Tables;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.RulesRejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.util.List; rule r when Customer() then effects.message(\"a\"); end",
                "import function java.lang.Math.abs; rule r when Customer() then effects.message(\"a\"); end",
                "global java.util.List list; rule r when Customer() then effects.message(\"a\"); end",
                "function void f() { System.exit(1); } rule r when Customer() then effects.message(\"a\"); end",
                "declare Spy name : String end rule r when Customer() then effects.message(\"a\"); end",
                "query \"q\" Customer() end",
                "rule r when eval( System.exit(1) == null ) then effects.message(\"a\"); end",
                "rule r when Customer() from new java.util.ArrayList() then effects.message(\"a\"); end",
                "rule r when accumulate( Item( $q : quantity ); $s : sum($q) ) then effects.message(\"a\"); end",
                "rule r when forall( Item( quantity > 1 ) ) then effects.message(\"a\"); end",
                "rule r when Object() then effects.message(\"a\"); end",
                "rule r when java.lang.Runtime() then effects.message(\"a\"); end",
                "rule r when Customer( getClass().getName() == \"x\" ) then effects.message(\"a\"); end",
                "rule r when Customer( state != null ) then effects.message(\"a\"); end",
                "rule r when Customer( this.class == 1 ) then effects.message(\"a\"); end",
                "rule r when Customer( orders matches \"(a+)+$\" ) then effects.message(\"a\"); end",
                "rule r when Customer( orders == Runtime.getRuntime().totalMemory() ) then effects.message(\"a\"); end",
                "rule r when Customer( orders == (int) 1 ) then effects.message(\"a\"); end",
                "rule r when Customer( orders[0] == 1 ) then effects.message(\"a\"); end",
                "rule r when Customer() then System.exit(0); end",
                "rule r when Customer() then effects.message(\"a\"); while (true) { } end",
                "rule r when Customer() then effects.message(String.valueOf(1)); end",
                "rule r when Customer() then effects.getClass(); end",
                "rule r when Customer() then insert(new Object()); end",
                "rule r when Customer() then effects.message(\"a\" + \"b\"); end",
                "rule r when Customer() then effects.percentOff(101); end",
                "rule r when Customer() then effects.amountOff(-5); end",
                "rule r when Customer() then effects.amountOff(0); end",
                "rule r when Customer() then effects.amountOff(9007199254740992); end",
                "rule r when Customer() then effects.percentOff(0); end",
                "rule r when Customer() then effects.percentOff(100.01); end",
                "rule r when Customer() then effects.winBack(100.5, 14); end",
                "rule r when Customer() then effects.crossSell(\"TEA\", 200, \"2030-01-01\"); end",
                "rule r when Customer() then effects.upsell(\"TEA \", 3, 100); end",
                "rule r when Customer() then effects.upsell(\"TEA\", 0, 100); end",
                "rule r when Customer() then effects.points(0); end",
                "rule r @limit(0) when Customer() then effects.freeShipping(); end",
                "rule r @limitPerCustomer(-1) when Customer() then effects.freeShipping(); end",
                "rule r when Customer() then effects.percentOffItem(5); end",
                "rule r when Customer() then effects.segment(\"Champions\"); end",
                "rule r timer (int: 1s) when Customer() then effects.message(\"a\"); end",
                "rule r dialect \"mvel\" when Customer() then effects.message(\"a\"); end",
                "rule r @watch(all) when Customer() then effects.message(\"a\"); end",
                "rule a when Customer() then effects.message(\"a\"); end rule r extends a when Customer() then end",
                "rule r when Customer( tier > \"gold\" ) then effects.message(\"a\"); end",
                "rule r when Customer( orders == \"many\" ) then effects.message(\"a\"); end",
                "rule r when Customer( orders >= 99999999999999999999 ) then effects.message(\"a\"); end",
                "rule r when Customer( total > 1 ) then effects.message(\"a\"); end",
                "rule r @lane(nowhere) when Customer() then effects.message(\"a\"); end",
                "rule r when Customer() then end",
                "this is no rule",
            })
    void isRefusedWithItsFileAndAReason(String drl) {
        List<Problem> problems = problems(Given.files("promotions/hostile.drl", drl));

        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.file()).startsWith("promotions/hostile");
            assertThat(problem.reason()).isNotBlank();
        });
    }

    @Test
    void aProblemNamesItsLine() {
        List<Problem> problems = problems(Given.files("promotions/x.drl", """
                rule "good" when Customer( orders > 1 ) then effects.message("a"); end

                rule "bad"
                when Customer( odrers > 1 ) then effects.message("a"); end
                """));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(4);
            assertThat(problem.rule()).isEqualTo("bad");
            assertThat(problem.hint()).contains("orders");
        });
    }

    @Test
    void aProblemInATableNamesItsCell() {
        String table = Tables.FREE_SHIPPING.replace("all,,5000000", "all,,plenty");

        List<Problem> problems = problems(Given.files("promotions/shipping.csv", table));

        assertThat(problems).extracting(problem -> problem.place().cell()).containsExactly("C9");
    }

    @Test
    void columnsThatLookAtDifferentLinesAreRefused() {
        String table = """
                RuleSet,x
                ,
                RuleTable Tea
                NAME,CONDITION,CONDITION,ACTION
                ,Item,Item,
                ,category,quantity >=,effects.percentOffItem($param);
                Name,Category,Quantity,Percent
                tea,tea,2,10
                """;

        assertThat(problems(Given.files("promotions/tea.csv", table)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint()).contains("$item:Item..."));
    }

    @Test
    void aFormulaInAWorkbookIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellFormula("1+1");
            book.write(bytes);
        }

        assertThat(problems(Map.of("promotions/x.xlsx", bytes.toByteArray())))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("A1 holds a formula"));
    }

    @Test
    void brokenFilesAreRefusedNotThrown() {
        assertThat(problems(Map.of("promotions/x.xlsx", new byte[] {1, 2, 3}))).isNotEmpty();
        assertThat(problems(Given.files("promotions/x.csv", "RuleSet,x\n"))).isNotEmpty();
        assertThat(problems(Given.files("promotions/x.dslr", "rule a when then end")))
                .isNotEmpty();
        assertThat(problems(Given.files("nowhere/x.drl", "rule a when then end")))
                .isNotEmpty();
        assertThat(problems(Given.files("promotions/x.exe", "MZ"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1000})
    void namesThatNoColumnHoldsAreRefused(int length) {
        String name = "s".repeat(length);

        assertThat(problems(Given.files(
                        "segments/x.drl", "rule r when Customer() then effects.segment(\"" + name + "\"); end")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("1 to 64 characters"));
        assertThat(problems(Map.of(
                        "tiers/tiers.csv",
                        ("tier\n" + name).getBytes(StandardCharsets.UTF_8),
                        "tiers/x.drl",
                        ("rule r when Customer() then effects.tier(\"" + name + "\"); end")
                                .getBytes(StandardCharsets.UTF_8))))
                .isNotEmpty();
        assertThat(problems(Given.files(
                        "promotions/" + "x".repeat(120) + ".drl",
                        "rule \"" + "r".repeat(100) + "\" when Customer() then effects.message(\"a\"); end")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint()).contains("shorten"));
    }

    private static List<Problem> problems(Map<String, byte[]> files) {
        RulesRejected rejected =
                catchThrowableOfType(RulesRejected.class, () -> RuleCompiler.compile(1, Given.TEHRAN, files));
        assertThat(rejected).as("must be refused").isNotNull();
        return rejected.problems();
    }
}
