package io.pelleh.api.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.backtest.Rerun.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What promotions may use up counts in a backtest as it would have counted live, whoever is looked at first. */
class SharedLimitsTest {

    private static final String OFF = """
            rule "off" %s when Basket(total >= 100) then effects.percentOff(10); end
            """;

    private static Map<String, byte[]> off(String annotations) {
        return Trial.only("promotions/off.drl", OFF.formatted(annotations));
    }

    /** Ann comes first by name and last in time. */
    private static Trial four() {
        return new Trial()
                .bought("ann", "1", 9, 1_000)
                .bought("bob", "2", 1, 1_000)
                .bought("eve", "3", 5, 1_000)
                .bought("zoe", "4", 3, 1_000);
    }

    private static Cost before(Result result, String promotion) {
        return result.tally().before.costs().getOrDefault("promotions/" + promotion, Cost.NONE);
    }

    private static Cost after(Result result, String promotion) {
        return result.tally().after.costs().getOrDefault("promotions/" + promotion, Cost.NONE);
    }

    @Test
    void aBudgetOfMoneyIsUsedUpWithTheFirstDiscountItCannotPay() {
        Result result = four().run(off(""), off("@budget(250)"));

        assertThat(before(result, "off/off").discount()).isEqualTo(400);
        assertThat(after(result, "off/off").discount()).isEqualTo(200);
        assertThat(result.tally().customers.affected()).isEqualTo(2);
        assertThat(result.after().since())
                .hasSize(1)
                .containsValue(Trial.YEAR.from().plusSeconds(5 * 86_400 + 2));
    }

    @Test
    void aLimitPerDayBeginsAnewEachDay() {
        Trial trial = four().bought("may", "5", 1, 1_000).bought("joe", "6", 3, 1_000);

        Result result = trial.run(off(""), off("@limits(\"1 per day\")"));

        assertThat(before(result, "off/off").granted()).isEqualTo(6);
        assertThat(after(result, "off/off").granted()).isEqualTo(4);
        assertThat(result.tally().customers.affected()).isEqualTo(2);
    }

    @Test
    void aLimitOfEachCustomerPerMonthIsKeptByEachAlone() {
        Trial trial = four().bought("bob", "5", 2, 1_000)
                .bought("bob", "6", 70, 1_000)
                .bought("", "7", 3, 1_000);

        Result result = trial.run(off(""), off("@limits(\"1 per customer per month\")"));

        assertThat(before(result, "off/off").granted()).isEqualTo(7);
        assertThat(after(result, "off/off").granted()).isEqualTo(5);
        assertThat(result.passes()).isEqualTo(1);
    }

    @Test
    void promotionsOfACampaignShareItsBudget() {
        Result result = four().bought("kim", "5", 4, 9_000).run(campaign(1_000_000), campaign(1_050));

        assertThat(before(result, "off/off").discount()
                        + before(result, "off/more").discount())
                .isEqualTo(4 * 100 + 900);
        assertThat(after(result, "off/off").discount()).isEqualTo(100 + 100);
        assertThat(after(result, "off/more").discount()).isZero();
    }

    private static Map<String, byte[]> campaign(long budget) {
        Map<String, byte[]> files = new TreeMap<>(Trial.only("promotions/off.drl", """
                rule "off" @campaign("yalda") when Basket(total >= 100, total < 5000) then effects.percentOff(10); end
                rule "more" @campaign("yalda") when Basket(total >= 5000) then effects.percentOff(10); end
                """));
        files.put("campaigns/yalda.yaml", """
                title: {en: Yalda}
                owner: sara
                schedule:
                  from: 2020-01-01
                  before: 2030-01-01
                budget:
                  amount: %d
                """.formatted(budget).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Whoever comes too late for the first is offered the second, and then nothing. */
    @Test
    void whatOnePromotionNoLongerGivesAnotherDoesUntilItIsUsedUpToo() {
        Map<String, byte[]> after = Trial.only("promotions/off.drl", """
                rule "first" @limit(1) when Basket(total >= 100) then effects.percentOff(20); end
                rule "second" @limit(2) when Basket(total >= 100) then effects.percentOff(10); end
                """);

        Result result = four().run(after, after);

        assertThat(after(result, "off/first").discount()).isEqualTo(200);
        assertThat(after(result, "off/second").discount()).isEqualTo(2 * 100);
        assertThat(result.tally().customers.affected()).isZero();
        assertThat(result.tally().before.costs()).isEqualTo(result.tally().after.costs());
    }

    private static Map<String, List<Long>> discounts(Map<String, Cost> costs) {
        return costs.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        cost -> List.of(
                                cost.getValue().granted(), cost.getValue().discount())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aRandomPastBringsWhatOneAfterTheOtherBrings(long seed) {
        Random random = new Random(seed);
        Map<String, byte[]> rules = Trial.only("promotions/off.drl", """
                rule "a" @limit(%d) when Basket(total >= 1000000) then effects.percentOff(20); end
                rule "b" @limits("%d per month; 1 per customer per week") when Basket(total >= 500000) then effects.percentOff(10); end
                rule "c" @limits("%d per customer") when Basket(total >= 100000) then effects.percentOff(5); end
                """.formatted(
                        1 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(4)));
        Trial trial = Trial.random(seed);

        Result result = trial.run(off(""), rules);

        assertThat(discounts(result.tally().after.costs())).isEqualTo(discounts(trial.oneAfterTheOther(rules)));
        assertThat(result.passes()).isGreaterThan(1);
    }
}
