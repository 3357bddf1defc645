package io.pelleh.rules.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Near;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Basket;
import io.pelleh.rules.RuleCompiler;
import io.pelleh.rules.fixtures.BigTable;
import io.pelleh.rules.fixtures.Given;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearbyTest {

    private static final long SEED = 20_261_123L;
    private static final int BASKETS = 400;
    private static final int ALL = 1_000;

    private static final String DRL = """
            rule "free" when Basket(total >= 9000) then effects.freeShipping(); end
            rule "many" when Customer(tier == "gold") Basket(units >= 12) then effects.percentOff(1); end
            rule "regular" when Customer(orders >= 3) then effects.percentOff(2); end
            rule "five" when Item(category == "tea", quantity >= 5) then effects.percentOff(3); end
            rule "before" when Bought(sku == "S-1", units > 3) Basket(total >= 100) then effects.percentOff(4); end
            rule "coded" when Basket(coupons contains "SECRET", total > 10) then effects.percentOff(5); end
            rule "not plain" when not(Item(category == "tea")) Basket(total > 3000) then effects.percentOff(6); end
            """;

    private static final Map<String, byte[]> FILES =
            Given.files("promotions/big.csv", BigTable.of(80, SEED), "promotions/more.drl", DRL);

    private final RuleSet rules = RuleCompiler.compile(1, Given.TEHRAN, FILES);
    private final Reasons reasons = Reasons.of(1, Given.TEHRAN, FILES);

    private static Given somebody(Random random) {
        Given somebody = BigTable.somebody(random);
        if (random.nextInt(3) == 0) {
            somebody.boughtBefore("S-1", random.nextInt(200));
        }
        return somebody;
    }

    private List<Near> near(Basket basket) {
        return rules.near(basket, rule -> true, ALL);
    }

    /** What the reasons say: everything that lacks one condition, unless it is a code or not plain. */
    private List<String> expected(Basket basket) {
        return reasons.of(Stage.PROMOTIONS, basket).stream()
                .filter(account -> account.unmet() == 1 && plain(account))
                .map(account -> account.rule().id()
                        + unmet(account).condition()
                        + unmet(account).actual()
                        + account.distance())
                .toList();
    }

    private static Judged unmet(Account account) {
        return account.conditions().stream()
                .filter(judged -> !judged.met())
                .findFirst()
                .orElseThrow();
    }

    private static boolean plain(Account account) {
        return account.conditions().stream()
                        .noneMatch(judged -> judged.condition().operator().equals("rule"))
                && !unmet(account).condition().attribute().equals("basket.coupons");
    }

    @Test
    void theyAreThoseOfWhichTheReasonsSayThatOneConditionIsMissing() {
        Random random = new Random(SEED);
        int found = 0;
        for (int i = 0; i < BASKETS; i++) {
            Basket basket = somebody(random).asBasket();

            List<Near> near = near(basket);

            found += near.size();
            assertThat(near)
                    .as("seed %d", SEED)
                    .extracting(one -> one.rule().id()
                            + one.unmet().condition()
                            + one.unmet().actual()
                            + one.distance())
                    .containsExactlyInAnyOrderElementsOf(expected(basket));
        }

        assertThat(found).isGreaterThan(BASKETS);
    }

    @Test
    void theNearestComeFirstAndThoseOfUnknownDistanceLast() {
        Random random = new Random(SEED);
        for (int i = 0; i < BASKETS; i++) {
            Basket basket = somebody(random).asBasket();

            List<Near> near = near(basket);

            assertThat(near).isSortedAccordingTo(Comparator.comparingLong(Near::share));
            assertThat(rules.near(basket, rule -> true, 3)).isEqualTo(near.subList(0, Math.min(3, near.size())));
            assertThat(near)
                    .allSatisfy(one -> assertThat(one.share() == Long.MAX_VALUE).isEqualTo(one.distance() == null));
        }
    }

    @Test
    void onceTheDistanceIsCoveredThePromotionApplies() {
        Random random = new Random(SEED);
        int covered = 0;
        for (int i = 0; i < BASKETS; i++) {
            long price = 100 + random.nextInt(12_000);
            int pieces = 1 + random.nextInt(9);
            for (Near near : near(basket(price, pieces))) {
                covered += covered(near, price, pieces) ? 1 : 0;
            }
        }

        assertThat(covered).isGreaterThan(BASKETS);
    }

    /** Gold, one order, and one line of tea; one piece of it costs so much that a single one makes up for money. */
    private static Basket basket(long price, int pieces) {
        return Given.customer()
                .tier("gold")
                .ordered(10, 1_000)
                .line("S-3", "tea", pieces, price)
                .asBasket();
    }

    private boolean covered(Near near, long price, int pieces) {
        if (near.distance() == null) {
            return false;
        }
        long missing = near.distance().missing();
        Basket more = switch (near.distance().attribute()) {
            case "basket.total" -> basket(price + (missing + pieces - 1) / pieces, pieces);
            case "basket.units", "item.quantity" -> basket(price, (int) (pieces + missing));
            default -> null;
        };
        if (more == null || near(more).stream().anyMatch(one -> one.rule().equals(near.rule()))) {
            return false;
        }
        assertThat(rules.evaluate(Stage.PROMOTIONS, more))
                .as("%s, price %d, pieces %d", near, price, pieces)
                .anyMatch(proposal -> proposal.rule().id().equals(near.rule().id()));
        return true;
    }
}
