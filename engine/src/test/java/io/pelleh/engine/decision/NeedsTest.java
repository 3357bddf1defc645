package io.pelleh.engine.decision;

import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.decision.Ask.Off;
import io.pelleh.engine.decision.Lane.Picks;
import io.pelleh.engine.decision.Lane.Sees;
import io.pelleh.engine.decision.Refusal.Code;
import io.pelleh.engine.decision.Terms.OnReturn;
import io.pelleh.engine.decision.Terms.Reach;
import io.pelleh.engine.facts.Attribute.Unit;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.LambdaRules;
import io.pelleh.engine.fixtures.Shop;
import io.pelleh.engine.program.ProgramId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a basket must hold for a promotion that is about other lines. */
class NeedsTest {

    private static final Lane EVERY = new Lane("basket", Picks.EVERY);
    private static final Lane RUNNING = new Lane("basket", Picks.EVERY, Sees.RUNNING);
    private static final List<String> SKUS = List.of("a", "b", "c", "d");
    private static final List<String> NAMES =
            List.of("a", "b", "c", "d", "category:x", "category:y", "category:a", "x");

    @Test
    void otherLinesAreReducedOnceThereIsEnoughAndTheRefusalTellsHowMuchIsMissing() {
        Need three = new Need(Unit.COUNT, 3, List.of("a", "b"));
        LambdaRule cup =
                needing(three).whenItem(item -> item.getSku().equals("c")).asks(new Ask.PercentOff(Off.ITEM, 5_000));

        Decision enough = quote(EVERY, goods(line("a", 2, 10), line("b", 1, 10), line("c", 1, 40)), cup);
        Decision short2 = quote(EVERY, goods(line("a", 1, 10), line("c", 5, 40)), cup);

        assertThat(enough.totals().discount()).isEqualTo(20);
        assertThat(enough.granted().getFirst().because())
                .contains(new Condition.Seen(new Condition("needed.units", ">=", "3 of a, b"), "3"));
        assertThat(short2.totals().discount()).isZero();
        assertThat(short2.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(Code.CONDITIONS_NOT_MET);
            assertThat(refusal.because())
                    .containsExactly(new Condition.Seen(new Condition("needed.units", ">=", "3 of a, b"), "1"));
            assertThat(refusal.distance()).isEqualTo(new Distance("needed.units", Unit.COUNT, 2));
        });
    }

    @Test
    void whatLinesCostIsWhatThePromotionsBeforeLeft() {
        LambdaRule half = rule("half").priority(5).asks(new Ask.PercentOff(Off.BASKET, 5_000));
        LambdaRule needing =
                needing(new Need(Unit.MONEY, 60, List.of("category:x"))).asks(new Ask.AmountOff(Off.BASKET, 1));
        Goods goods = goods(line("a", 1, 100, "y", "x"));

        assertThat(quote(EVERY, goods, half, needing).totals().discount()).isEqualTo(51);
        assertThat(quote(RUNNING, goods, half, needing).refusals())
                .extracting(Refusal::distance)
                .containsExactly(new Distance("needed.total", Unit.MONEY, 10));
    }

    @Test
    void theDistanceIsToldWhereOneThingIsMissingAndThatIsNear() {
        Need two = new Need(Unit.COUNT, 2, List.of("a"));
        Need four = new Need(Unit.COUNT, 4, List.of("b"));
        Ask ask = new Ask.AmountOff(Off.BASKET, 1);

        assertThat(near(
                        goods(line("a", 2, 1), line("b", 3, 1)),
                        needing(two, four).asks(ask)))
                .extracting(Near::unmet, Near::distance, Near::share)
                .containsExactly(tuple(
                        new Condition.Seen(new Condition("needed.units", ">=", "4 of b"), "3"),
                        new Distance("needed.units", Unit.COUNT, 1),
                        2_500L));
        assertThat(near(
                        goods(line("a", 1, 1), line("b", 3, 1)),
                        needing(two, four).asks(ask)))
                .isEmpty();
    }

    @Test
    void whereNothingOfItIsThereNobodyIsTold() {
        LambdaRule rule = needing(new Need(Unit.COUNT, 1, List.of("a"))).asks(new Ask.Points(5));

        Decision none = quote(EVERY, goods(line("b", 1, 1)), rule);

        assertThat(none.granted()).isEmpty();
        assertThat(none.refusals()).isEmpty();
        assertThat(quote(EVERY, goods(line("a", 1, 1)), rule).granted()).hasSize(1);
    }

    @Test
    void whoGaveTheCodeIsToldThatAllOfItIsMissing() {
        Need need = new Need(Unit.COUNT, 3, List.of("a"));
        Reach reach = new Reach(Long.MAX_VALUE, Long.MAX_VALUE, 1, 0, 0, List.of(need));
        LambdaRule coded = rule("coded")
                .terms(new Terms("CODE", false, List.of(), OnReturn.KEEP, reach, List.of(), Texts.NONE))
                .whenBasket(basket -> basket.getCoupons().contains("CODE"))
                .asks(new Ask.AmountOff(Off.BASKET, 1));
        List<Line> other = List.of(line("b", 1, 10));

        assertThat(quote(EVERY, new Goods(other, 0, List.of("CODE"), Map.of()), coded)
                        .refusals())
                .extracting(Refusal::coupon, Refusal::distance)
                .containsExactly(tuple("CODE", new Distance("needed.units", Unit.COUNT, 3)));
        assertThat(quote(EVERY, Goods.of(other, 0), coded).refusals()).isEmpty();
    }

    @Test
    void itIsGrantedExactlyWhereCountingPieceByPieceFindsEnough() {
        int[] seen = new int[2];
        Dice.rounds(600, dice -> {
            Goods goods = goods(lines(dice));
            List<Need> needs = needs(dice);
            LambdaRule rule = needing(needs.toArray(Need[]::new)).asks(new Ask.FreeShipping());

            Decision decision = quote(EVERY, goods, rule);

            boolean enough = needs.stream().allMatch(need -> counted(need, goods) >= need.least());
            assertThat(decision.granted().size()).isEqualTo(enough ? 1 : 0);
            boolean begun = needs.stream().anyMatch(need -> counted(need, goods) > 0);
            assertThat(decision.refusals()).hasSize(begun && !enough ? 1 : 0);
            List<Long> missing = needs.stream()
                    .map(need -> need.least() - counted(need, goods))
                    .filter(gap -> gap > 0)
                    .toList();
            if (begun && missing.size() == 1) {
                assertThat(decision.refusals().getFirst().distance())
                        .extracting(Distance::missing)
                        .isEqualTo(missing.getFirst());
            }
            seen[enough ? 1 : 0]++;
        });

        assertThat(Math.min(seen[0], seen[1])).isGreaterThan(60);
    }

    /** Piece by piece and name by name. */
    private static long counted(Need need, Goods goods) {
        long sum = 0;
        for (Line line : goods.lines()) {
            long each = need.unit() == Unit.COUNT ? 1 : line.unitPrice().longValueExact();
            sum += meant(need, line)
                    ? LongStream.range(0, line.quantity()).map(i -> each).sum()
                    : 0;
        }
        return sum;
    }

    private static boolean meant(Need need, Line line) {
        boolean meant = false;
        for (String name : need.of()) {
            meant |= name.equals(line.sku());
            for (String category : line.categories()) {
                meant |= name.equals("category:" + category);
            }
        }
        return meant;
    }

    private static List<Need> needs(Dice dice) {
        List<Need> needs = new ArrayList<>();
        long count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            Unit unit = dice.chance(50) ? Unit.COUNT : Unit.MONEY;
            List<String> names = dice.shuffled(NAMES).subList(0, 1 + dice.below(3));
            needs.add(new Need(unit, dice.between(1, unit == Unit.COUNT ? 6 : 60), names));
        }
        return needs;
    }

    private static List<Line> lines(Dice dice) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < dice.between(1, 5); i++) {
            List<String> categories = dice.shuffled(List.of("x", "y", "z")).subList(0, dice.below(4));
            lines.add(
                    line(dice.oneOf(SKUS), dice.between(1, 4), dice.between(1, 20), categories.toArray(String[]::new)));
        }
        return lines;
    }

    private static Line line(String sku, long quantity, long price, String... categories) {
        BigDecimal each = BigDecimal.valueOf(price);
        return new Line(sku, List.of(categories), quantity, each, quantity * price, null, 0, Map.of());
    }

    private static Goods goods(Line... lines) {
        return goods(List.of(lines));
    }

    private static Goods goods(List<Line> lines) {
        return Goods.of(lines, 500);
    }

    private static LambdaRule needing(Need... needs) {
        Reach reach = new Reach(Long.MAX_VALUE, Long.MAX_VALUE, 1, 0, 0, List.of(needs));
        return rule("needing").terms(new Terms("", false, List.of(), OnReturn.KEEP, reach, List.of(), Texts.NONE));
    }

    private static Decision quote(Lane lane, Goods goods, LambdaRule... rules) {
        return new Shop(Given.EUR, LambdaRules.of(rules).inLanes(lane)).quote(Given.SARA, goods);
    }

    private static List<Near> near(Goods goods, LambdaRule rule) {
        Onlooker onlooker = new Onlooker(LambdaRules.of(rule).inLanes(EVERY));
        return onlooker.nearest(new Shop(Given.EUR, new Only(onlooker)).quote(Given.SARA, goods));
    }

    /** One release for ever. */
    private record Only(RuleSet rules) implements RuleSets {

        @Override
        public RuleSet inForce(ProgramId program) {
            return rules;
        }

        @Override
        public RuleSet inForceAt(ProgramId program, Instant at) {
            return rules;
        }
    }
}
