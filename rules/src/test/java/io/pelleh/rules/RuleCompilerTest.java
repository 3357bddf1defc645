package io.pelleh.rules;

import static io.pelleh.rules.fixtures.Given.TEHRAN;
import static io.pelleh.rules.fixtures.Given.customer;
import static io.pelleh.rules.fixtures.Given.files;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.fixtures.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleCompilerTest {

    @Test
    void aTableRowThatHoldsAsksForItsEffectWithItsReasons() {
        RuleSet rules = rules("promotions/shipping.csv", Tables.FREE_SHIPPING);

        List<Proposal> proposals = evaluate(
                rules,
                customer().tier("gold").line("TEA-500", "tea", 2, 600_000).asBasket());

        assertThat(proposals).extracting(p -> p.rule().id()).containsExactly("promotions/shipping/طلایی");
        assertThat(proposals.getFirst().ask()).isEqualTo(new Ask.FreeShipping());
        assertThat(proposals.getFirst().because())
                .extracting(seen -> seen.condition().attribute() + " " + seen.actual())
                .containsExactly("customer.tier gold", "basket.total 1200000");
        assertThat(proposals.getFirst().rule().lane()).isEqualTo("shipping");
    }

    @Test
    void aDrlRuleIsCompiledAndKnowsItsOwnName() {
        RuleSet rules = rules("promotions/tea.drl", """
                rule "tea for gold" @campaign("norooz") salience 5 when
                  Customer( tier == "gold" )
                  Item( category == "tea", quantity >= 2 )
                then
                  effects.percentOffItem(12.5);
                end
                """);

        List<Proposal> proposals = evaluate(
                rules,
                customer()
                        .tier("gold")
                        .line("MUG-01", "home", 1, 1)
                        .line("TEA-500", "tea", 2, 5)
                        .asBasket());

        assertThat(proposals).hasSize(1);
        assertThat(proposals.getFirst().rule().id()).isEqualTo("promotions/tea/tea-for-gold");
        assertThat(proposals.getFirst().rule().campaign()).isEqualTo("norooz");
        assertThat(proposals.getFirst().ask()).isEqualTo(new Ask.PercentOff(Ask.Off.ITEM, 1250));
        assertThat(proposals.getFirst().matched().item().index()).isEqualTo(1);
    }

    private static RuleSet rules(String... files) {
        return RuleCompiler.compile(1, TEHRAN, files(files));
    }

    private static List<Proposal> evaluate(RuleSet rules, Situation situation) {
        return rules.evaluate(Stage.PROMOTIONS, situation);
    }
}
