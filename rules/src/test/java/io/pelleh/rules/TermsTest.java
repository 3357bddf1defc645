package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Lane;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.Safeguards;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.decision.Terms.OnReturn;
import io.pelleh.engine.decision.Terms.Reach;
import io.pelleh.engine.decision.Texts;
import io.pelleh.engine.limit.Limit;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.limit.Limit.Per;
import io.pelleh.engine.program.Period;
import io.pelleh.rules.fixtures.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a promotion meets others and how far it goes says the same in every form; lists beside the rules are checked. */
class TermsTest {

    private static final Terms EXPECTED = new Terms(
            "", true, List.of("other"), OnReturn.CLAW_BACK, new Reach(5000, 2, 3, 4, 600), List.of(), Texts.NONE);
    private static final String OTHER =
            "rule \"other\" when Item( sku == \"x\" ) then effects.percentOffItem( 5 ); end";

    @Test
    void drlSaysTheTerms() {
        assertThat(terms("promotions/p.drl", """
                rule "p" @budget( 70000 ) @limits( "100 per day; 1 per customer per week; 3 shown per device per month" ) @exclusive @excludes( "other" ) @onReturn( "claw_back" ) @atMost( 5000 )
                  @piecesPerLine( 2 ) @groupsOf( 3 ) @minPieces( 4 ) @minTotal( 600 )
                when Item( sku == "tea" ) then effects.percentOffItem( 10 ); end
                """)).isEqualTo(EXPECTED);
    }

    @Test
    void aUseThatCountsForGoodIsSaidInRulesAndInSentences() {
        String rule =
                "rule \"p\" @onReturn( keep_uses ) when Item( sku == \"tea\" ) then effects.percentOffItem( 10 ); end";
        String sentences = """
                expander english
                rule "p"
                  a use counts even when all comes back
                when
                  the product is "tea"
                then
                  take 10 percent off the product
                end
                """;

        assertThat(rule("promotions/p.drl", rule).onReturn()).isEqualTo(OnReturn.KEEP_USES);
        assertThat(rule("promotions/p.dslr", sentences).onReturn()).isEqualTo(OnReturn.KEEP_USES);
    }

    @Test
    void englishSentencesSayTheSameTerms() {
        assertThat(terms("promotions/p.dslr", """
                expander english
                rule "p"
                  at most 70,000 off in all
                  limits "100 per day; 1 per customer per week; 3 shown per device per month"
                  not together with any other
                  not together with "other"
                  taken back when the rest no longer qualifies
                  at most 5000 off
                  for at most 2 pieces of each product
                  for full groups of 3 pieces
                  from 4 matching pieces on
                  from 600 of matching products on
                when
                  the product is "tea"
                then
                  take 10 percent off the product
                end
                """)).isEqualTo(EXPECTED);
    }

    @Test
    void persianSentencesSayTheSameTerms() {
        assertThat(terms("promotions/p.dslr", """
                expander persian
                قانون «p»
                  حداکثر ۷۰٬۰۰۰ تخفیف در کل
                  سقف «۱۰۰ در روز؛ ۱ برای هر مشتری در هفته؛ ۳ نمایش برای هر دستگاه در ماه»
                  همراه هیچ تخفیف دیگری نیست
                  همراه «other» نیست
                  اگر باقی کالاها واجد شرایط نباشند پس گرفته می‌شود
                  حداکثر ۵۰۰۰ تخفیف
                  حداکثر برای ۲ عدد از هر کالا
                  برای گروه‌های کامل ۳ تایی
                  از ۴ عدد کالای همخوان به بالا
                  از ۶۰۰ کالای همخوان به بالا
                اگر
                  کالا «tea» است
                آنگاه
                  ۱۰ درصد از کالا کم کن
                پایان
                """)).isEqualTo(EXPECTED);
    }

    @Test
    void treesAndGridsSayTheSameTerms() {
        assertThat(terms("promotions/p.guided.json", """
                {"rules": [{"name": "p", "budget": 70000, "limits": "100 per day; 1 per customer per week; 3 shown per device per month", "exclusive": true, "excludes": "other", "onReturn": "claw_back",
                  "atMost": 5000, "piecesPerLine": 2, "groupsOf": 3, "minPieces": 4, "minTotal": 600,
                  "when": {"attribute": "item.sku", "operator": "==", "value": "tea"},
                  "then": [{"effect": "percentOffItem", "parameters": {"percent": 10}}]}]}
                """)).isEqualTo(EXPECTED);
        assertThat(terms("promotions/p.grid.json", """
                {"title": "p", "columns": [{"kind": "name"},
                   {"kind": "condition", "attribute": "item.sku", "operator": "=="}, {"kind": "effect", "effect": "percentOffItem"},
                   {"kind": "budget"}, {"kind": "exclusive"}, {"kind": "excludes"}, {"kind": "onReturn"}, {"kind": "atMost"},
                   {"kind": "piecesPerLine"}, {"kind": "groupsOf"}, {"kind": "minPieces"}, {"kind": "minTotal"}, {"kind": "limits"}],
                 "rows": [["p", "tea", 10, 70000, "yes", "other", "claw_back", 5000, 2, 3, 4, 600, "100 a day; 1 per customer each week; 3 shown per device a month"]]}
                """)).isEqualTo(EXPECTED);
    }

    @Test
    void aListThatNobodyUnderstandsIsAProblemOfItsLine() {
        assertThat(problems("promotions/lanes.csv", "lane,picks,sees\nprice,cheapest,\n"))
                .containsExactly("promotions/lanes.csv, line 2: lane price picks cheapest");
        assertThat(problems("promotions/lanes.csv", "lane,picks,sees\nprice,best,running\n"))
                .containsExactly("promotions/lanes.csv, line 2: lane price picks best and sees running");
        assertThat(problems("promotions/lanes.csv", "lane,picks,sees\nprice,best,left\n"))
                .containsExactly("promotions/lanes.csv, line 2: lane price picks best and sees left");
        assertThat(problems("promotions/lanes.csv", "lane,pick\nprice,every\n"))
                .containsExactly("promotions/lanes.csv, line 1: there is no column pick");
        assertThat(problems("promotions/safeguards.csv", "name,value\nmaxDiscountPercent,101\n"))
                .containsExactly("promotions/safeguards.csv, line 2: \"101\" is too much or too little");
        assertThat(problems("promotions/safeguards.csv", "name,value\nmargin,5\n"))
                .containsExactly("promotions/safeguards.csv, line 2: there is no safeguard margin");
    }

    @Test
    void lanesAndSafeguardsArePartOfTheRelease() {
        var rules = RuleCompiler.compile(
                1,
                Given.TEHRAN,
                Given.files(
                        "promotions/lanes.csv",
                        "lane,picks,sees\nprice,combination,\nwhole,campaign,left\nthen,every,running\n",
                        "promotions/safeguards.csv",
                        "name,value\nmarkupPercent,۱۲٫۵\nmaxDiscountPercent,60\n",
                        "promotions/o.drl",
                        OTHER));

        assertThat(rules.lanes())
                .containsExactly(
                        new Lane("price", Lane.Picks.COMBINATION),
                        new Lane("whole", Lane.Picks.CAMPAIGN, Lane.Sees.LEFT),
                        new Lane("then", Lane.Picks.EVERY, Lane.Sees.RUNNING));
        assertThat(rules.safeguards()).isEqualTo(new Safeguards(1_250, 6_000));
    }

    @Test
    void whatIsExcludedMustBeThere() {
        assertThat(
                        problems(
                                "promotions/p.drl",
                                "rule \"p\" @excludes( \"otter\" ) when Item( sku == \"x\" ) then effects.percentOffItem( 9 ); end"))
                .singleElement()
                .asString()
                .contains("it excludes otter, which is not there");
    }

    @Test
    void aLimitThatNobodyUnderstandsIsAProblem() {
        for (String limits :
                List.of("5,000 per day", "0 per day", "one per customer", "1 per household", "-1", "3 shown per day")) {
            assertThat(problems(
                            "promotions/p.drl",
                            "rule \"p\" @limits( \"%s\" ) when Item( sku == \"x\" ) then effects.percentOffItem( 9 ); end"
                                    .formatted(limits)))
                    .as(limits)
                    .singleElement()
                    .asString()
                    .containsAnyOf("is no limit", "allows nothing", "does not say to whom");
        }
    }

    private static Rule rule(String path, String text) {
        RuleBook book = RuleBook.read(Given.TEHRAN, Given.files(path, text, "promotions/o.drl", OTHER));
        assertThat(book.problems()).isEmpty();
        return book.rules().stream()
                .filter(written -> written.rule().name().equals("p"))
                .findFirst()
                .orElseThrow()
                .rule();
    }

    private static Terms terms(String path, String text) {
        Rule rule = rule(path, text);
        assertThat(rule.limits().shared())
                .containsExactly(
                        Limit.inAll(rule.id(), Measure.MONEY, Period.EVER, 70_000),
                        Limit.inAll(rule.id(), Measure.USES, Period.DAY, 100),
                        new Limit(rule.id(), Measure.USES, Per.CUSTOMER, Period.WEEK, 1),
                        new Limit(rule.id(), Measure.SHOWN, Per.DEVICE, Period.MONTH, 3));
        return rule.terms();
    }

    private static List<String> problems(String path, String text) {
        return RuleBook.read(Given.TEHRAN, Given.files(path, text, "promotions/o.drl", OTHER)).problems().stream()
                .map(problem -> problem.file() + ", " + problem.place() + ": " + problem.reason())
                .toList();
    }
}
