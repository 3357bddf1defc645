package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Basket;
import io.pelleh.rules.fixtures.BigTable;
import io.pelleh.rules.fixtures.Given;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One promotion on a line, one on the basket: written in every form. */
class FourWaysTest {

    private static final int BASKETS = 10_000;

    private static final String GRID = """
            {"title": "Tea", "columns": [
              {"kind": "name"}, {"kind": "campaign"}, {"kind": "priority"}, {"kind": "validFrom"},
              {"kind": "condition", "attribute": "item.category", "operator": "=="},
              {"kind": "condition", "attribute": "item.quantity", "operator": ">="},
              {"kind": "condition", "attribute": "customer.tier", "operator": "in"},
              {"kind": "condition", "expression": "basket.total / basket.units", "operator": ">="},
              {"kind": "condition", "attribute": "customer.segments", "operator": "contains"},
              {"kind": "effect", "effect": "percentOffItem"}, {"kind": "effect", "effect": "amountOff"}],
             "rows": [
              ["golden tea", "tea", "۵", "2020-01-01", "tea", "۲", ["gold", "silver"], null, null, 10, null],
              ["dear baskets", null, null, null, null, null, null, 1500, "Loyal", null, "۲٬۰۰۰"]]}
            """;

    private static final String ENGLISH = """
            expander english
            rule "golden tea"
              campaign "tea"
              priority 5
              valid from 2020-01-01
            when
              the category of the product is "tea"
              the number of pieces of the product is at least 2
              the customer's tier is one of "gold", "silver"
            then
              take 10 percent off the product
            end

            rule "dear baskets"
            when
              the customer's segments include "Loyal"
              - each piece costs at least 1500 on average
            then
              take 2,000 off the basket
            end
            """;

    private static final String PERSIAN = """
            expander persian
            قانون «golden tea»
              کمپین «tea»
              اولویت ۵
              معتبر از ۲۰۲۰-۰۱-۰۱
            اگر
              دستهٔ کالا «tea» است
              و تعداد کالا دست‌کم ۲ است
              سطح مشتری یکی از «gold»، «silver» است
            آنگاه
              ۱۰ درصد از کالا کم کن
            پایان

            قانون «dear baskets»
            اگر
              «Loyal» در بخش‌های مشتری هست
              میانگین هر عدد ۱٬۵۰۰ است
            آنگاه
              ۲٬۰۰۰ ریال از سبد کم کن
            پایان
            """;

    private static final String GUIDED = """
            {"rules": [
              {"name": "golden tea", "campaign": "tea", "priority": 5, "validFrom": "2020-01-01",
               "when": {"all": [
                 {"attribute": "item.category", "operator": "==", "value": "tea"},
                 {"not": {"attribute": "item.quantity", "operator": "<", "value": 2}},
                 {"any": [{"attribute": "customer.tier", "operator": "==", "value": "gold"},
                          {"attribute": "customer.tier", "operator": "==", "value": "silver"}]}]},
               "then": [{"effect": "percentOffItem", "parameters": {"percent": 10}}]},
              {"name": "dear baskets",
               "when": {"all": [
                 {"expression": "basket.total / basket.units", "operator": ">=", "value": 1500},
                 {"attribute": "customer.segments", "operator": "contains", "value": "Loyal"}]},
               "then": [{"effect": "amountOff", "parameters": {"amount": 2000}}]}]}
            """;

    private static final String DRL = """
            rule "golden tea" @campaign( "tea" ) salience 5 date-effective "2020-01-01"
            when Item( category == "tea", quantity >= 2, customer.tier in ( "gold", "silver" ) )
            then effects.percentOffItem( 10 ); end
            rule "dear baskets"
            when Basket( total / units >= 1500, customer.segments contains "Loyal" )
            then effects.amountOff( 2000 ); end
            """;

    private static Map<String, RuleSet> ways() {
        Grids grids = new Grids(Map.of());
        byte[] json = GRID.getBytes(StandardCharsets.UTF_8);
        Map<String, RuleSet> ways = new LinkedHashMap<>();
        ways.put("drl", rules("promotions/p.drl", DRL));
        ways.put("grid", rules("promotions/p.grid.json", GRID));
        ways.put("guided", rules("promotions/p.guided.json", GUIDED));
        ways.put("english", rules("promotions/p.dslr", ENGLISH, "promotions/english.dsl", """
                [when]the customer's segments include "Loyal"=Basket( customer.segments contains "Loyal" )
                [when]- each piece costs at least {n} on average=total / units >= {n}
                """));
        ways.put("persian", rules("promotions/p.dslr", PERSIAN, "promotions/persian.dsl", """
                [when]میانگین هر عدد {n} است=Basket( total / units >= {n} )
                """));
        ways.put("csv", RuleCompiler.compile(1, Given.TEHRAN, Map.of("promotions/p.csv", grids.file("p.csv", json))));
        ways.put(
                "xlsx", RuleCompiler.compile(1, Given.TEHRAN, Map.of("promotions/p.xlsx", grids.file("p.xlsx", json))));
        return ways;
    }

    private static RuleSet rules(String... files) {
        return RuleCompiler.compile(1, Given.TEHRAN, Given.files(files));
    }

    @Test
    void theSamePromotionsDecideTheSameInEveryForm() {
        Map<String, RuleSet> ways = ways();
        Random random = new Random(20270110);
        int held = 0;
        for (int i = 0; i < BASKETS; i++) {
            Basket basket = BigTable.somebody(random).asBasket();
            List<String> expected = decided(ways.get("drl"), basket);
            held += expected.size();
            ways.forEach(
                    (way, rules) -> assertThat(decided(rules, basket)).as(way).isEqualTo(expected));
        }
        assertThat(held).isGreaterThan(BASKETS / 10);
    }

    private static List<String> decided(RuleSet rules, Basket basket) {
        return rules.evaluate(Stage.PROMOTIONS, basket).stream()
                .map(FourWaysTest::told)
                .sorted()
                .toList();
    }

    private static String told(Proposal proposal) {
        var item = proposal.matched().item();
        return proposal.rule().id() + " " + proposal.rule().campaign() + " "
                + proposal.rule().priority() + " " + proposal.rule().lane() + " " + proposal.ask()
                + (item == null ? "" : " line " + item.index());
    }
}
