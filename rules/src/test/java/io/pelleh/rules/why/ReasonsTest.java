package io.pelleh.rules.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Distance;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Attribute.Unit;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.RuleCompiler;
import io.pelleh.rules.StarterPack;
import io.pelleh.rules.fixtures.BigTable;
import io.pelleh.rules.fixtures.Given;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final int SITUATIONS = 400;
    private static final long SEED = 20_261_122L;

    /** Every form of condition there is, on attributes that random baskets cross. */
    private static final String DRL = """
            rule "joined" when Basket($total : total, units > 4) Item(amount * 2 >= $total) then effects.percentOff(1); end
            rule "not" when not(Item(category == "tea")) Basket(total > 3000) then effects.percentOff(2); end
            rule "exists" when exists(Item(quantity >= 5, category in ("rice", "home"))) Customer(tier != "gold") then effects.percentOff(3); end
            rule "either" when Customer(orders >= 2 || tier == "gold") Basket(total >= 5000 && units < 20) then effects.percentOff(4); end
            rule "or" when (Item(category == "tea") or Item(category == "coffee")) Customer(segments not contains "Loyal") then effects.percentOff(5); end
            rule "nothing like it" when Basket(!(total > 8000 || units > 9)) then effects.percentOff(6); end
            rule "two lines" when $a : Item(category == "tea") $b : Item(category == "rice", quantity > $a.quantity) then effects.percentOff(7); end
            rule "before" when exists(Bought(sku == "S-1", days < 100)) Basket(total >= 100) then effects.percentOff(8); end
            rule "member once" when Customer(recencyDays > 30, orders > 0) then effects.message("x"); end
            """;

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>(StarterPack.files());
        files.putAll(Given.files("promotions/big.csv", BigTable.of(60, SEED), "promotions/all.drl", DRL));
        return files;
    }

    @Test
    void reasonsHoldExactlyWhereDroolsSaysThatTheRuleHolds() {
        Random random = new Random(SEED);
        Both both = new Both(RuleCompiler.compile(1, Given.TEHRAN, files()), Reasons.of(1, Given.TEHRAN, files()));
        Map<String, Set<Boolean>> seen = new HashMap<>();
        for (int i = 0; i < SITUATIONS; i++) {
            Given somebody = BigTable.somebody(random);
            if (random.nextInt(3) == 0) {
                somebody.boughtBefore("S-1", random.nextInt(200));
            }
            Situation situation = i % 5 == 0 ? somebody.asCustomer() : somebody.asBasket();
            for (Stage stage : Stage.values()) {
                boolean promotions = stage == Stage.PROMOTIONS;
                compare(both, stage, promotions ? situation : situation.customer(), seen);
            }
        }

        assertThat(seen.values().stream().filter(ways -> ways.size() == 2).count())
                .as("rules that held at times and at times did not, seed %d", SEED)
                .isGreaterThan(50);
        for (String rule :
                List.of("joined", "not", "exists", "either", "or", "nothing-like-it", "two-lines", "before")) {
            assertThat(seen.get("promotions/all/" + rule)).as(rule).hasSize(2);
        }
    }

    /** The same rules, run and read. */
    private record Both(RuleSet rules, Reasons reasons) {}

    private static void compare(Both both, Stage stage, Situation situation, Map<String, Set<Boolean>> seen) {
        Set<String> drools = new HashSet<>();
        for (Proposal proposal : both.rules().evaluate(stage, situation)) {
            drools.add(proposal.rule().id());
        }
        for (Account account : both.reasons().of(stage, situation)) {
            String id = account.rule().id();
            assertThat(account.held() && account.inForce())
                    .as("%s, seed %d", id, SEED)
                    .isEqualTo(drools.contains(id));
            assertThat(account.unmet() == 0)
                    .as("the conditions of %s: %s", id, account.conditions())
                    .isEqualTo(account.held());
            seen.computeIfAbsent(id, i -> new HashSet<>()).add(account.held());
        }
    }

    @Test
    void whatIsMissingIsToldWhereOneThresholdIsAllThatIsNotMet() {
        Account account = account("gold", 1_880_000);

        assertThat(account.held()).isFalse();
        assertThat(account.distance()).isEqualTo(new Distance("basket.total", Unit.MONEY, 120_000));
        assertThat(account.conditions())
                .extracting(judged -> judged.condition().attribute() + " " + judged.actual() + " " + judged.met())
                .containsExactly("customer.tier gold true", "basket.total 1880000 false");
    }

    @Test
    void nothingIsMissingWhereMoreWouldNotHelp() {
        assertThat(account("silver", 1_880_000).distance()).isNull();
        assertThat(account("silver", 2_880_000).distance()).isNull();
        assertThat(account("gold", 2_880_000).distance()).isNull();
    }

    @Test
    void aDistanceIsExactlyWhatItTakes() {
        Random random = new Random(SEED);
        for (int i = 0; i < 50; i++) {
            long total = 1 + random.nextInt(1_999_999);
            Distance distance = account("gold", total).distance();

            assertThat(account("gold", total + distance.missing()).held()).isTrue();
            assertThat(account("gold", total + distance.missing() - 1).held()).isFalse();
        }
    }

    private static Account account(String tier, long total) {
        Reasons reasons = Reasons.of(1, Given.TEHRAN, Given.files("promotions/free.drl", """
                rule "free" when Customer(tier == "gold") Basket(total >= 2000000) then effects.freeShipping(); end
                """));
        Situation basket = Given.customer().tier(tier).line("A", "", 1, total).asBasket();
        return reasons.of(Stage.PROMOTIONS, basket).getFirst();
    }
}
