package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.Given.OMID;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.campaign.Audience;
import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.campaign.Schedule;
import io.pelleh.engine.campaign.Split;
import io.pelleh.engine.campaign.Split.Arm;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.ForwardingRuleSet;
import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.RuleSets;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.LambdaRules;
import io.pelleh.engine.fixtures.Shop;
import io.pelleh.engine.program.ProgramId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A campaign decides when, and for whom, its promotions may be given at all. */
class CampaignTest {

    private static final Goods BASKET = goods(10_000);
    private static final LambdaRule TENTH =
            rule("tenth").of("spring").whenBasket(b -> true).asks(new Ask.PercentOff(Ask.Off.BASKET, 1_000));
    private static final Schedule TODAY = schedule(Given.NOON, Given.NOON.plus(Duration.ofDays(1)));

    /** One campaign, and whether somebody has switched it off. */
    private record Running(RuleSet rules, Campaign campaign, boolean off) implements ForwardingRuleSet, RuleSets {

        @Override
        public RuleSet inForce(ProgramId program) {
            return this;
        }

        @Override
        public RuleSet inForceAt(ProgramId program, Instant at) {
            return this;
        }

        @Override
        public @Nullable Campaign campaign(String name) {
            return name.equals(campaign.name()) ? campaign : null;
        }

        @Override
        public boolean paused(Rule rule) {
            return off && rule.campaign().equals(campaign.name());
        }
    }

    private static Schedule schedule(Instant from, Instant until) {
        return new Schedule(from, until, Given.EUR.zone(), Set.of(), Schedule.Hours.ALL);
    }

    private static Campaign campaign(Schedule schedule, Audience audience, int heldOut) {
        return campaign(schedule, audience, new Split(heldOut, List.of()));
    }

    private static Campaign campaign(Schedule schedule, Audience audience, Split split) {
        return new Campaign(
                "spring",
                new Campaign.About("Spring", "بهار", ""),
                schedule,
                audience,
                List.of(),
                split,
                new Campaign.Plan(0, 0, 0));
    }

    private static Shop shop(Campaign campaign, boolean off) {
        return new Shop(Given.EUR, new Running(LambdaRules.of(TENTH), campaign, off));
    }

    @Test
    void outsideItsScheduleNothingIsGivenAndNobodyIsTold() {
        Shop shop = shop(campaign(TODAY, Audience.EVERYBODY, 0), false);

        assertThat(shop.quote(SARA, BASKET).totals().discount()).isEqualTo(1_000);
        Decision after = shop.later(Duration.ofDays(1)).quote(SARA, BASKET);
        assertThat(after.totals().discount()).isZero();
        assertThat(after.refusals()).isEmpty();
    }

    @Test
    void aQuoteHoldsNoLongerThanTheHoursAndTheEndOfTheCampaignThatGivesSomething() {
        Instant end = Given.NOON.plus(Duration.ofMinutes(5));
        LocalTime closing = end.atZone(Given.EUR.zone()).toLocalTime();
        Schedule mornings = new Schedule(
                Given.NOON, Instant.MAX, Given.EUR.zone(), Set.of(), new Schedule.Hours(LocalTime.MIDNIGHT, closing));

        assertThat(due(schedule(Given.NOON, end))).isEqualTo(end);
        assertThat(due(mornings)).isEqualTo(end);
    }

    private static Instant due(Schedule schedule) {
        Decision quote = shop(campaign(schedule, Audience.EVERYBODY, 0), false).quote(SARA, BASKET);
        assertThat(quote.totals().discount()).isEqualTo(1_000);
        return quote.after().due();
    }

    @Test
    void anArmGetsItsOwnPromotionsAlwaysTheSameCustomersAndAboutTheirShare() {
        Split halves = new Split(
                1_000, List.of(new Arm("a", 3_000, Set.of("tenth")), new Arm("b", 7_000, Set.of("twentieth"))));
        Shop shop = shop(campaign(TODAY, Audience.EVERYBODY, halves), false);
        Map<String, Integer> arms = new TreeMap<>();
        for (int i = 0; i < 2_000; i++) {
            CustomerId customer = new CustomerId("c-" + i);

            Decision decision = shop.quote(customer, BASKET);

            String arm = decision.changes().stream()
                    .map(change -> ((Effect.ArmAssigned) change).arm())
                    .findFirst()
                    .orElseThrow();
            arms.merge(arm, 1, Integer::sum);
            assertThat(decision.totals().discount() > 0).isEqualTo(arm.equals("a"));
            assertThat(decision.refusals())
                    .extracting(Refusal::code)
                    .isEqualTo(
                            switch (arm) {
                                case "a" -> List.of();
                                case "b" -> List.of(Refusal.Code.OTHER_ARM);
                                default -> List.of(Refusal.Code.HELD_OUT);
                            });
            assertThat(shop.quote(customer, BASKET).changes()).isEqualTo(decision.changes());
        }
        assertThat(arms.get("held_out")).isBetween(150, 250);
        assertThat(arms.get("a")).isBetween(470, 610);
        assertThat(arms.get("b")).isBetween(1_160, 1_360);
    }

    @Test
    void whoDoesNotBelongToTheAudienceIsTold() {
        Audience gold = new Audience(Set.of(), Set.of(), Set.of("gold"), Map.of());

        Decision decision = shop(campaign(TODAY, gold, 0), false).quote(SARA, BASKET);

        assertThat(decision.totals().discount()).isZero();
        assertThat(decision.refusals())
                .extracting(Refusal::code, Refusal::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Refusal.Code.NOT_IN_AUDIENCE, "tier"));
    }

    @Test
    void whatIsSwitchedOffIsRefused() {
        assertThat(codes(shop(campaign(TODAY, Audience.EVERYBODY, 0), true).quote(SARA, BASKET)))
                .containsExactly(Refusal.Code.PAUSED);
    }

    @Test
    void someAreHeldOutAlwaysTheSameAndTheDecisionSaysOnWhichSideACustomerIs() {
        Shop shop = shop(campaign(TODAY, Audience.EVERYBODY, 2_000), false);
        int out = 0;
        for (int i = 0; i < 500; i++) {
            CustomerId who = new CustomerId("c" + i);
            Decision one = shop.quote(who, BASKET);
            boolean held = codes(one).contains(Refusal.Code.HELD_OUT);
            assertThat(codes(shop.quote(who, BASKET)).contains(Refusal.Code.HELD_OUT))
                    .isEqualTo(held);
            assertThat(one.totals().discount()).isEqualTo(held ? 0 : 1_000);
            assertThat(one.changes()).contains(new Effect.ArmAssigned("spring", held ? "held_out" : "treated"));
            out += held ? 1 : 0;
        }
        assertThat(out).isBetween(70, 130);
        shop.buy(OMID, "one", BASKET);
        assertThat(shop.last(OMID).changes()).anyMatch(Effect.ArmAssigned.class::isInstance);
    }

    private static List<Refusal.Code> codes(Decision decision) {
        return decision.refusals().stream().map(Refusal::code).toList();
    }
}
