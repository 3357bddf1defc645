package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Item;
import io.pelleh.rules.fixtures.BigTable;
import io.pelleh.rules.fixtures.Given;
import io.pelleh.rules.reading.WrittenRule;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The conditions that people are shown, judged by the values that people are shown, hold exactly where Drools fires. */
class ConditionsLikeDroolsTest {

    private static final long SEED = Long.getLong("pelleh.seed", 7L);
    private static final int RULES = 60;
    private static final int BASKETS = 300;

    @Test
    void aRuleFiresExactlyWhereAllItsShownConditionsHold() {
        String table = BigTable.of(RULES, SEED);
        RuleBook book = RuleBook.read(Given.TEHRAN, Given.files("promotions/big.csv", table));
        RuleSet drools = RuleCompiler.compile(
                1, Given.TEHRAN, Given.files("promotions/big.drl", book.drl("promotions/big.csv")));
        Random random = new Random(SEED);
        int fired = 0;
        for (int i = 0; i < BASKETS; i++) {
            Basket basket = BigTable.somebody(random).asBasket();
            Set<String> found = drools.evaluate(Stage.PROMOTIONS, basket).stream()
                    .map(ConditionsLikeDroolsTest::key)
                    .collect(Collectors.toSet());
            assertThat(shown(book, basket)).as("seed %d, basket %d", SEED, i).isEqualTo(found);
            fired += found.size();
        }
        assertThat(fired).isGreaterThan(BASKETS / 10);
    }

    /** Rules and lines whose shown conditions all hold. */
    private static Set<String> shown(RuleBook book, Basket basket) {
        Set<String> shown = new HashSet<>();
        for (WrittenRule rule : book.rules()) {
            basket.items().stream()
                    .filter(item -> rule.rule().conditions().stream().allMatch(condition -> holds(condition, item)))
                    .forEach(item -> shown.add(rule.rule().id() + " " + item.index()));
        }
        return shown;
    }

    private static String key(Proposal proposal) {
        return proposal.rule().id() + " " + ((Item) proposal.matched()).index();
    }

    private static boolean holds(Condition condition, Item item) {
        String actual = condition.seen(item).actual();
        String expected = condition.expected();
        return switch (condition.operator()) {
            case "==" -> actual.equals(expected);
            case "!=" -> !actual.equals(expected);
            case "<" -> Long.parseLong(actual) < Long.parseLong(expected);
            case ">=" -> Long.parseLong(actual) >= Long.parseLong(expected);
            case "in" -> List.of(expected.split(", ", -1)).contains(actual);
            case "contains" -> List.of(actual.split(", ", -1)).contains(expected);
            default -> throw new IllegalStateException("the table has no " + condition);
        };
    }
}
