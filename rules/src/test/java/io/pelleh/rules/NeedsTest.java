package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Distance;
import io.pelleh.engine.decision.Need;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Attribute.Unit;
import io.pelleh.rules.analysis.Finding;
import io.pelleh.rules.fixtures.Given;
import io.pelleh.rules.reading.RuleWriter;
import io.pelleh.rules.why.Account;
import io.pelleh.rules.why.Reasons;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a basket must hold besides the lines that a rule is about: how it is written, refused and explained. */
class NeedsTest {

    private static final String PATH = "promotions/p.drl";

    @Test
    void wordsAreReadInBothLanguagesAndWrittenAsOne() {
        String needs = "1 piece of A; ۵۰۰٬۰۰۰ ریال خرید از دسته: چای سبز، category:coffee ؛2 Worth  of B-1,B-2";

        assertThat(read(needs))
                .containsExactly(
                        new Need(Unit.COUNT, 1, List.of("A")),
                        new Need(Unit.MONEY, 500_000, List.of("category:چای سبز", "category:coffee")),
                        new Need(Unit.MONEY, 2, List.of("B-1", "B-2")));
        assertThat(written(needs))
                .contains(
                        "@needs( \"1 pieces of A; 500000 worth of category:چای سبز, category:coffee; 2 worth of B-1, B-2\" )");
        RuleBook again = RuleBook.read(Given.TEHRAN, Given.files(PATH, written(needs)));
        assertThat(again.rules().getFirst().rule().terms().reach().needs()).isEqualTo(read(needs));
    }

    @Test
    void whatCannotBeNeededIsAProblemOfItsLine() {
        for (String needs : List.of(
                "3 of A",
                "A, B",
                "pieces of A",
                "0 pieces of A",
                "-1 pieces of A",
                "1.5 pieces of A",
                "3 pieces of",
                "3 pieces of A,, B",
                "3 pieces of A, B,",
                "3 pieces of A, A",
                "3 worth of category:",
                "1234567890123456 worth of A",
                "۳ تومان خرید از A",
                "1 piece of A; 2",
                "1 piece of A;".repeat(9),
                "1 piece of " + "x".repeat(1_000))) {
            assertThat(book(needs).problems()).as(needs).singleElement().satisfies(problem -> {
                assertThat(problem.place()).hasToString("line 1");
                assertThat(problem.rule()).isEqualTo("p");
                assertThat(problem.reason())
                        .containsAnyOf("needed", "needs", "leaves a name empty", "twice", "one plain text");
            });
        }
    }

    @Test
    void aPromotionThatNeedsMoreIsNeverSaidToBeatAnother() {
        String rules = """
                rule "a" salience 5 when Basket( units > 0 ) then effects.percentOff( 20 ); end
                rule "b" when Basket( units > 0 ) then effects.percentOff( 10 ); end
                """;
        String needy = rules.replace("\"a\"", "\"a\" @needs( \"3 pieces of A, B\" )");

        assertThat(findings(rules)).contains(Finding.Kind.NEVER_WINS);
        assertThat(findings(needy)).doesNotContain(Finding.Kind.NEVER_WINS);
    }

    @Test
    void reasonsTellWhatIsThereAndHowMuchIsMissing() {
        Account account = Reasons.of(1, Given.TEHRAN, Given.files(PATH, rule("5 pieces of A, category:tea")))
                .of(
                        Stage.PROMOTIONS,
                        new Given()
                                .line("A", "", 1, 100)
                                .line("B", "tea", 2, 50)
                                .asBasket())
                .getFirst();

        assertThat(account.held()).isFalse();
        assertThat(account.distance()).isEqualTo(new Distance("needed.units", Unit.COUNT, 2));
        assertThat(account.conditions())
                .filteredOn(judged -> !judged.met())
                .singleElement()
                .satisfies(judged -> {
                    assertThat(judged.condition())
                            .isEqualTo(new Condition("needed.units", ">=", "5 of A, category:tea"));
                    assertThat(judged.actual()).isEqualTo("3");
                });
    }

    private static String rule(String needs) {
        return "rule \"p\" @needs( \"" + needs + "\" ) when Basket( units > 0 ) then effects.percentOff( 10 ); end";
    }

    private static RuleBook book(String needs) {
        return RuleBook.read(Given.TEHRAN, Given.files(PATH, rule(needs)));
    }

    private static List<Need> read(String needs) {
        assertThat(book(needs).problems()).isEmpty();
        return book(needs).rules().getFirst().rule().terms().reach().needs();
    }

    private static String written(String needs) {
        return new RuleWriter(Given.TEHRAN).write(book(needs).rules().getFirst());
    }

    private static List<Finding.Kind> findings(String rules) {
        return RuleBook.read(Given.TEHRAN, Given.files(PATH, rules)).findings(Given.NOW).stream()
                .map(Finding::kind)
                .toList();
    }
}
