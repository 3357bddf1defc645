package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Coupon;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.rules.fixtures.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

class CouponBatchesTest {

    @Test
    void whateverFormAsksForABatchThePromotionIsKnownByIt() {
        RuleSet rules = RuleCompiler.compile(
                1, Given.TEHRAN, Given.files("promotions/spring.drl", """
                        rule "plain" when Basket( couponBatches contains "spring" ) then effects.amountOff( 1 ); end
                        rule "either"
                        when Basket( couponBatches contains "spring" || couponBatches contains "autumn" )
                        then effects.amountOff( 2 ); end
                        rule "none" when Basket( total > 5 ) then effects.amountOff( 3 ); end
                        """, "promotions/table.csv", """
                        RuleSet,x
                        ,
                        RuleTable Batches
                        NAME,CONDITION,ACTION
                        ,$b:Basket...,
                        ,couponBatches contains '$param',effects.amountOff($param);
                        Name,Batch,Off
                        row,autumn,5
                        """));

        assertThat(names(rules, "spring")).containsExactlyInAnyOrder("plain", "either");
        assertThat(names(rules, "autumn")).containsExactlyInAnyOrder("either", "row");
        assertThat(names(rules, "winter")).isEmpty();
    }

    private static List<String> names(RuleSet rules, String batch) {
        return rules.couponsOf(batch).stream()
                .map(Coupon::rule)
                .map(rule -> rule.name())
                .toList();
    }
}
