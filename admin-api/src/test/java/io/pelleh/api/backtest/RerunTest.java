package io.pelleh.api.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.backtest.Rerun.Result;
import io.pelleh.api.simulate.RuleChoice;
import io.pelleh.engine.limit.Counter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RerunTest {

    private static final String FREE = """
            rule "free" when Basket(total >= %d) then effects.freeShipping(); end
            """;

    @Test
    void equalRulesMakeNoDifferenceHoweverTheyAreWritten() {
        Map<String, byte[]> same = Trial.rules("promotions/note.md", "nothing");

        Result result = Trial.random(1).run(Trial.STARTER, same, false);

        assertThat(result.tally().customers.affected()).isZero();
        assertThat(result.tally().customers.all()).isEqualTo(54);
        assertThat(result.tally().orders.affected()).isZero();
        assertThat(result.tally().guestOrders.affected()).isZero();
        assertThat(result.tally().rungs.moved()).isZero();
        assertThat(result.tally().segments.moved()).isZero();
        assertThat(result.tally().tiers.moved()).isZero();
        assertThat(result.tally().before.costs())
                .isEqualTo(result.tally().after.costs())
                .isNotEmpty();
        assertThat(result.tally().samples()).isEmpty();
    }

    /** Deciding once where nothing can differ is a saving, never another answer. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void sharingWhatCannotDifferChangesNothing(int variant) {
        Map<String, byte[]> after = switch (variant) {
            case 0 -> Trial.rules("promotions/more.drl", FREE.formatted(900_000));
            case 1 -> Trial.rules("promotions/more.drl", """
                    rule "off" when Basket(total >= 2000000) then effects.percentOff(7); end
                    rule "thanks" when Customer(orders >= 3) then effects.message("thanks"); end
                    """);
            case 2 ->
                Trial.rules("tiers/golden-customers.csv", changed("tiers/golden-customers.csv", "12000000", "3000000"));
            default -> Trial.rules("segments/segments.csv", changed("segments/segments.csv", ",90,", ",40,"));
        };
        Trial trial = Trial.random(variant).supposing(new Assumptions(450_000, List.of()));

        Result shared = trial.run(Trial.STARTER, after, true);
        Result apart = trial.onThreads(1).run(Trial.STARTER, after, false);

        assertThat(json(shared)).isEqualTo(json(apart));
        assertThat(shared.tally().customers.affected()).isPositive();
    }

    private static String json(Result result) {
        RuleChoice release = new RuleChoice(7L, null);
        Request request = new Request(release, release, Trial.YEAR, Assumptions.NONE, null);
        return new ResultJson(request, null).of(result);
    }

    private static String changed(String path, String from, String to) {
        String text = new String(Trial.STARTER.get(path), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    @Test
    void costOrdersAndCustomersAreThoseOfTheBasketsInBetween() {
        Trial trial = new Trial()
                .supposing(new Assumptions(450, List.of("A")))
                .bought("ann", "1", 1, 299)
                .bought("ann", "2", 2, 300)
                .bought("bob", "3", 3, 499)
                .bought("bob", "4", 4, 400)
                .bought("eve", "5", 5, 500)
                .bought("eve", "A6", 6, 400)
                .bought("", "7", 7, 300)
                .bought("", "8", 8, 900);

        Result result = trial.run(free(500), free(300));

        assertThat(result.tally().before.costs()).containsOnlyKeys("promotions/free/free");
        assertThat(result.tally().before.costs().get("promotions/free/free")).isEqualTo(new Cost(2, 1, 0, 900, 0, 0));
        assertThat(result.tally().after.costs().get("promotions/free/free")).isEqualTo(new Cost(6, 3, 0, 2_700, 0, 0));
        assertThat(result.tally().customers.affected()).isEqualTo(2);
        assertThat(result.tally().orders.all()).isEqualTo(5);
        assertThat(result.tally().orders.affected()).isEqualTo(3);
        assertThat(result.tally().guestOrders.affected()).isEqualTo(1);
        assertThat(result.tally().samples()).extracting(Sample::customer).containsExactly("ann", "bob");
    }

    private static Map<String, byte[]> free(long from) {
        return Trial.only("promotions/free.drl", FREE.formatted(from));
    }

    @Test
    void aLimitPerCustomerIsCountedWithinTheBacktest() {
        Trial trial = new Trial()
                .bought("ann", "1", 1, 1_000)
                .bought("ann", "2", 2, 1_000)
                .bought("ann", "3", 3, 1_000)
                .bought("bob", "4", 4, 1_000);

        Result result = trial.run(off("@limitPerCustomer(2)"), off(""));

        assertThat(result.tally().before.costs().get("promotions/off/off").discount())
                .isEqualTo(300);
        assertThat(result.tally().after.costs().get("promotions/off/off").discount())
                .isEqualTo(400);
        assertThat(result.tally().customers.affected()).isEqualTo(1);
    }

    private static Map<String, byte[]> off(String limit) {
        return Trial.only("promotions/off.drl", """
                rule "off" %s when Basket(total >= 100) then effects.percentOff(10); end
                """.formatted(limit));
    }

    @Test
    void aLimitThatAllShareGoesToTheFirstInTimeWhateverTheirNames() {
        Trial trial = new Trial()
                .bought("ann", "1", 9, 1_000)
                .bought("bob", "2", 1, 2_000)
                .bought("eve", "3", 5, 4_000)
                .bought("zoe", "4", 3, 8_000);

        Result result = trial.run(off("@limit(3)"), off("@limit(2)"));

        assertThat(result.tally().before.costs().get("promotions/off/off").discount())
                .isEqualTo(200 + 400 + 800);
        assertThat(result.tally().after.costs().get("promotions/off/off").discount())
                .isEqualTo(200 + 800);
        assertThat(result.after().since().get(new Counter("promotions/off/off", "")))
                .isEqualTo(Trial.YEAR.from().plus(Duration.ofDays(5)).plusSeconds(2));
        assertThat(result.passes()).isEqualTo(2);
    }

    @Test
    void tiersAndSegmentsMoveFromTheOldToTheNew() {
        Trial trial = new Trial();
        for (int i = 0; i < 3; i++) {
            trial.bought("ann", "a" + i, 300 + 10 * i, 2_000_000);
        }
        trial.bought("bob", "b", 350, 2_000_000);
        Map<String, byte[]> after =
                Trial.rules("tiers/golden-customers.csv", changed("tiers/golden-customers.csv", "12000000", "5000000"));

        Result result = trial.run(Trial.STARTER, after);

        assertThat(result.tally().tiers.cells()).isEqualTo(Map.of("bronze", Map.of("bronze", 1L, "silver", 1L)));
        assertThat(result.tally().tiers.moved()).isEqualTo(1);
        assertThat(result.tally().customers.affected()).isEqualTo(1);
    }
}
