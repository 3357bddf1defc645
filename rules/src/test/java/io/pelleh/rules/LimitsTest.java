package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Basket;
import io.pelleh.rules.fixtures.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that are allowed and yet too much for one basket end, soon, without harm to the next evaluation. */
class LimitsTest {

    private static final String SIX_LINES = """
            rule "six lines together" when
              Item( quantity >= 1 ) Item( quantity >= 1 ) Item( quantity >= 1 )
              Item( quantity >= 1 ) Item( quantity >= 1 ) Item( quantity >= 1 )
            then effects.message( "a" ); end
            """;

    @Test
    void tooManyCombinationsOfLinesEndInEvaluationFailedAtOnce() {
        RuleSet rules = RuleCompiler.compile(1, Given.TEHRAN, Given.files("promotions/x.drl", SIX_LINES));
        Instant begin = Instant.now();

        assertThatThrownBy(() -> rules.evaluate(Stage.PROMOTIONS, basket(100)))
                .isInstanceOf(EvaluationFailed.class)
                .hasMessageContaining("six-lines-together");

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(rules.evaluate(Stage.PROMOTIONS, basket(3))).hasSize(1);
    }

    /** Twenty million times, which would need 160 MB. */
    @Test
    void rowsThatAllHoldForAllLinesEndInEvaluationFailedAtOnce() {
        StringBuilder table = new StringBuilder("""
                RuleSet,promotions.much
                ,
                RuleTable Much
                NAME,CONDITION,ACTION
                ,$item:Item...,
                ,quantity >=,effects.message("$param");
                Row,Pieces,Message
                """);
        for (int i = 0; i < 10_000; i++) {
            table.append("r").append(i).append(",1,m\n");
        }
        RuleSet rules = RuleCompiler.compile(1, Given.TEHRAN, Given.files("promotions/much.csv", table.toString()));
        Instant begin = Instant.now();

        assertThatThrownBy(() -> rules.evaluate(Stage.PROMOTIONS, basket(2_000)))
                .isInstanceOf(EvaluationFailed.class)
                .hasMessageContaining("1000000 times");

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(rules.evaluate(Stage.PROMOTIONS, basket(1))).hasSize(10_000);
    }

    @Test
    void filesThatLookAlikeAreRefused() {
        String drl = "rule r when Customer() then effects.points( 1 ); end";
        Map<String, byte[]> files = Given.files("promotions/Gold.drl", drl, "promotions/gold.drl", drl);

        assertThat(RuleBook.read(Given.TEHRAN, files).problems())
                .anySatisfy(problem -> assertThat(problem.reason()).contains("looks like it"));
    }

    @Test
    void pathsThatLeaveTheFolderAreRefused() {
        assertThat(RuleBook.read(Given.TEHRAN, Given.files("promotions/../../etc/passwd.drl", "x"))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("path"));
    }

    private static Basket basket(int lines) {
        Given given = Given.customer();
        for (int i = 0; i < lines; i++) {
            given.line("S-" + i, "tea", 1, 1_000);
        }
        return given.asBasket();
    }
}
