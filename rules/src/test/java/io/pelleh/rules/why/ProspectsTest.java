package io.pelleh.rules.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Prospect;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.rules.RuleCompiler;
import io.pelleh.rules.fixtures.BigTable;
import io.pelleh.rules.fixtures.Given;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a customer may get is everything that nothing about the customer speaks against, and what else it needs. */
class ProspectsTest {

    private static final long SEED = 20_261_122L;
    private static final int CUSTOMERS = 300;

    private static final String DRL = """
            rule "free" when Basket(total >= 9000) then effects.freeShipping(); end
            rule "many" date-expires "01-Feb-2027"
            when Customer(tier == "gold") Basket(units >= 12, customer.orders < 2) then effects.percentOff(1); end
            rule "before" when Bought(sku == "S-1") Item(category == "tea") then effects.percentOffItem(4); end
            rule "either" when Customer(tier == "silver" || orders > 0) then effects.points(5); end
            rule "coded" when Basket(coupons contains "SECRET") then effects.percentOff(5); end
            rule "hello" when Customer(orders == 0) then effects.message("hello"); end
            rule "no tea" when not(Item(category == "tea")) then effects.percentOff(6); end
            """;

    private static final RuleSet RULES = compile("promotions/p.drl", DRL);

    private static RuleSet compile(String... files) {
        return RuleCompiler.compile(1, Given.TEHRAN, Given.files(files));
    }

    private static Map<String, Prospect> open(Given customer) {
        return RULES.prospects(customer.asCustomer()).stream()
                .collect(Collectors.toMap(one -> one.rule().name(), one -> one));
    }

    @Test
    void whatTheCustomerLacksIsLeftOutAndWhatTheBasketNeedsIsTold() {
        Map<String, Prospect> somebody = open(Given.customer());
        Map<String, Prospect> golden = open(Given.customer().tier("gold").boughtBefore("S-1", 3));

        assertThat(somebody).containsOnlyKeys("free", "no-tea");
        assertThat(golden).containsOnlyKeys("free", "many", "before", "no-tea");
        Prospect many = golden.get("many");
        assertThat(many.needs()).containsExactly(new Condition("basket.units", ">=", "12"));
        assertThat(many.gives()).containsExactly("percentOff(1)");
        assertThat(many.until()).isEqualTo(Instant.parse("2027-01-31T20:30:00Z"));
        assertThat(golden.get("before").needs()).containsExactly(new Condition("item.category", "==", "tea"));
        assertThat(golden.get("no-tea").needs()).extracting(Condition::operator).containsExactly("rule");
    }

    @Test
    void anyOfSeveralConditionsOnTheCustomerIsEnough() {
        assertThat(open(Given.customer().tier("silver"))).containsKey("either");
        assertThat(open(Given.customer().ordered(3, 100))).containsKey("either");
        assertThat(open(Given.customer().tier("gold"))).doesNotContainKey("either");
    }

    @Test
    void whateverABasketBringsWasOpenBeforeIt() {
        RuleSet rules = compile("promotions/big.csv", BigTable.of(80, SEED), "promotions/p.drl", DRL);
        Random random = new Random(SEED);
        int brought = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            Given somebody = BigTable.somebody(random);

            List<String> open = rules.prospects(somebody.asCustomer()).stream()
                    .map(one -> one.rule().id())
                    .toList();

            List<String> given = rules.evaluate(Stage.PROMOTIONS, somebody.asBasket()).stream()
                    .map(proposal -> proposal.rule().id())
                    .filter(id -> !id.endsWith("hello"))
                    .toList();
            brought += given.size();
            assertThat(open).as("seed %d", SEED).containsAll(given);
        }
        assertThat(brought).isGreaterThan(CUSTOMERS);
    }
}
