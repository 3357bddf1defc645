package io.pelleh.api.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void theThirdLevelOfNestingIsOneTooDeep() {
        assertThat(rulesBrokenBy("void m() { for (;;) { if (true) { m(); } } }"))
                .isEmpty();
        assertThat(rulesBrokenBy("void m() { for (;;) { if (true) { while (true) { m(); } } } }"))
                .containsExactly(Rule.NESTING);
    }

    @Test
    void elseIfStaysOnItsLevel() {
        assertThat(rulesBrokenBy("void m(int i) { for (;;) { if (i == 1) { m(1); } else if (i == 2) { m(2); } } }"))
                .isEmpty();
    }

    @Test
    void aLambdaDoesNotStartAnewButAnAnonymousClassDoes() {
        String deep = "for (;;) { if (true) { Runnable r = %s; } }";
        String loop = "while (true) { }";

        assertThat(rulesBrokenBy("void m() { " + deep.formatted("() -> { " + loop + " }") + " }"))
                .containsExactly(Rule.NESTING);
        assertThat(rulesBrokenBy(
                        "void m() { " + deep.formatted("new Runnable() { public void run() { " + loop + " } }") + " }"))
                .isEmpty();
    }

    @Test
    void theThirtyFirstLineOfAMethodIsOneTooMany() {
        assertThat(rulesBrokenBy("@Deprecated\nvoid m() {\n" + "m();\n".repeat(28) + "}"))
                .isEmpty();
        assertThat(rulesBrokenBy("@Deprecated\nvoid m() {\n" + "m();\n".repeat(29) + "}"))
                .containsExactly(Rule.METHOD_LINES);
    }

    @Test
    void theFifthParameterIsOneTooMany() {
        assertThat(rulesBrokenBy("void m(int a, int b, int c, int d) {}")).isEmpty();
        assertThat(rulesBrokenBy("void m(int a, int b, int c, int d, int e) {}"))
                .containsExactly(Rule.PARAMETERS);
        assertThat(rulesBrokenBy("Sample(int a, int b, int c, int d, int e) {}"))
                .containsExactly(Rule.PARAMETERS);
    }

    @Test
    void whatJoinsBeansOrOverridesMayHaveEight() {
        assertThat(rulesBrokenBy("@Bean Object m(int a, int b, int c, int d, int e) { return 1; }"))
                .isEmpty();
        assertThat(rulesBrokenBy("@Override void m(int a, int b, int c, int d, int e) {}"))
                .isEmpty();
    }

    @Test
    void theNinthComponentOfARecordIsOneTooMany() {
        String eight = "int a, int b, int c, int d, int e, int f, int g, int h";

        assertThat(rulesBrokenBy("record R(" + eight + ") {}")).isEmpty();
        assertThat(rulesBrokenBy("record R(" + eight + ", int i) {}")).containsExactly(Rule.COMPONENTS);
    }

    @Test
    void theTwoHundredFiftyFirstLineOfAFileIsOneTooMany() {
        assertThat(rulesBrokenBy("\n".repeat(247))).isEmpty();
        assertThat(rulesBrokenBy("\n".repeat(248))).containsExactly(Rule.FILE_LINES);
    }

    @Test
    void aFindingNamesTheLineTheMeasureAndTheLimit() {
        Finding finding = new Measurement(
                        Path.of("Sample.java"), "class Sample {\n\n  void m(int a, int b, int c, int d, int e) {}\n}")
                .findings()
                .getFirst();

        assertThat(finding)
                .hasToString("Sample.java:3 m: parameters 5, limit 4 (exception key: Sample.java#m parameters)");
    }

    private static List<Rule> rulesBrokenBy(String member) {
        String source = "class Sample {\n" + member + "\n}\n";
        return new Measurement(Path.of("Sample.java"), source)
                .findings().stream().map(Finding::rule).toList();
    }
}
