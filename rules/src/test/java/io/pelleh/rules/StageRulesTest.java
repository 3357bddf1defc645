package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Customer;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.fixtures.BigTable;
import io.pelleh.rules.fixtures.Given;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StageRulesTest {

    private static final String DRL = """
            rule "sum" when Customer( spent + 1 > averageOrder * orders ) then effects.message("sum"); end
            rule "no tea" when Basket( units > 0 ) not( Item( category == "tea" ) ) then effects.message("no tea"); end
            rule "rice" when $c : Customer( $n : orders ) Item( category == "rice", quantity > $n )
            then effects.percentOffItem( 3 ); end
            """;

    @Test
    void aRuleWithoutConditionsHoldsEveryTimeNotOnce() {
        RuleSet rules = RuleCompiler.compile(1, Given.TEHRAN, Given.files("ladder/all.drl", """
                rule "everybody" when then effects.rung(SUSPECT); end
                """));

        assertThat(rules.evaluate(Stage.LADDER, Given.customer().asCustomer())).hasSize(1);
        assertThat(rules.evaluate(Stage.LADDER, Given.customer().asCustomer())).hasSize(1);
    }

    @Test
    void eightThreadsFindWhatOneFinds() throws Exception {
        RuleSet rules = RuleCompiler.compile(
                1, Given.TEHRAN, Given.files("promotions/big.csv", BigTable.of(100, 7), "promotions/free.drl", DRL));
        List<Basket> baskets = Stream.generate(new Random(7)::nextLong)
                .limit(200)
                .map(seed -> BigTable.somebody(new Random(seed)).asBasket())
                .toList();
        List<List<Proposal>> alone = all(rules, baskets);
        List<Callable<List<List<Proposal>>>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tasks.add(() -> all(rules, baskets));
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<List<List<Proposal>>> found : threads.invokeAll(tasks)) {
                assertThat(found.get()).isEqualTo(alone);
            }
        }
        assertThat(alone.stream().flatMap(List::stream).map(p -> p.rule().ruleSet()))
                .contains("promotions/big", "promotions/free");
    }

    @Test
    void aWorkerThatFailedIsNotUsedAgain() {
        RuleSet rules = RuleCompiler.compile(
                1,
                Given.TEHRAN,
                Given.files(
                        "promotions/big.csv",
                        BigTable.of(100, 7),
                        "promotions/free.drl",
                        "rule \"all\" when Basket( customer.orders >= 0 ) then effects.message(\"x\"); end"));
        Basket good = BigTable.somebody(new Random(3)).asBasket();
        List<Proposal> before = rules.evaluate(Stage.PROMOTIONS, good);

        assertThatThrownBy(() -> rules.evaluate(Stage.PROMOTIONS, new Broken(good)))
                .isInstanceOf(EvaluationFailed.class);

        assertThat(rules.evaluate(Stage.PROMOTIONS, good)).isEqualTo(before).isNotEmpty();
    }

    /** A situation whose customer cannot be read. */
    private record Broken(Basket of) implements Situation {
        @Override
        public Customer customer() {
            throw new IllegalStateException("broken on purpose");
        }

        @Override
        public Basket basket() {
            return of;
        }
    }

    @Test
    void aRuleIsJudgedByTheSituationsNowAndNotByTheClockOfTheMachine() {
        RuleSet rules = RuleCompiler.compile(1, Given.TEHRAN, Given.files("promotions/dated.drl", """
                rule "norooz" date-effective "2024-03-01" date-expires "20-Mar-2024"
                when Customer() then effects.message("norooz"); end
                """));

        assertThat(on(rules, LocalDate.of(2024, 2, 29))).isEmpty();
        assertThat(on(rules, LocalDate.of(2024, 3, 1))).hasSize(1);
        assertThat(on(rules, LocalDate.of(2024, 3, 19))).hasSize(1);
        assertThat(on(rules, LocalDate.of(2024, 3, 20))).isEmpty();
    }

    private static List<Proposal> on(RuleSet rules, LocalDate day) {
        Customer customer =
                Given.customer().at(day.atStartOfDay(Given.TEHRAN).toInstant()).asCustomer();
        return rules.evaluate(Stage.PROMOTIONS, customer);
    }

    @Test
    void rowsOnCouponsAndRowsAboutNothingInParticularHoldOnce() {
        RuleSet rules = RuleCompiler.compile(1, Given.TEHRAN, Given.files("promotions/coupons.csv", """
                RuleSet,x
                ,
                RuleTable Coupons
                NAME,CONDITION,CONDITION,ACTION
                ,$b:Basket...,$b:Basket...,
                ,coupons contains '$param',units >=,effects.amountOff($param);
                Name,Coupon,Pieces,Off
                norooz,NOROOZ,,100
                yalda,YALDA,,200
                pieces,,3,300
                always,,,400
                """));
        Situation basket = Given.customer()
                .coupons("NOROOZ", "NOROOZ", "OTHER")
                .line("A", "tea", 2, 10)
                .line("B", "tea", 2, 10)
                .asBasket();

        assertThat(rules.evaluate(Stage.PROMOTIONS, basket))
                .extracting(p -> p.rule().id())
                .containsExactly("promotions/coupons/norooz", "promotions/coupons/pieces", "promotions/coupons/always");
        assertThat(rules.evaluate(Stage.PROMOTIONS, Given.customer().asCustomer()))
                .extracting(p -> p.rule().id())
                .containsExactly("promotions/coupons/always");
    }

    @Test
    void releasesThatAreReplacedLeaveNoClassesBehind() {
        int afterOne = swap(1);

        assertThat(swap(6)).as("classes loaded").isLessThan(afterOne + 40);
    }

    /** Compiles and uses so many releases one after the other; gives the classes that stay loaded. */
    private static int swap(int releases) {
        for (int i = 0; i < releases; i++) {
            RuleSet rules = RuleCompiler.compile(
                    i, Given.TEHRAN, Given.files("promotions/big.csv", BigTable.of(40, i), "promotions/free.drl", DRL));
            rules.evaluate(Stage.PROMOTIONS, BigTable.somebody(new Random(i)).asBasket());
        }
        var classes = ManagementFactory.getClassLoadingMXBean();
        int loaded = Integer.MAX_VALUE;
        while (classes.getLoadedClassCount() < loaded) {
            loaded = classes.getLoadedClassCount();
            System.gc();
        }
        return loaded;
    }

    private static List<List<Proposal>> all(RuleSet rules, List<Basket> baskets) {
        return baskets.stream()
                .map(basket -> rules.evaluate(Stage.PROMOTIONS, basket))
                .toList();
    }
}
