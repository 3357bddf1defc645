package io.pelleh.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pelleh.engine.customer.Told;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.RuleCompiler;
import io.pelleh.rules.fixtures.Given;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.RulesRejected;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopAttributesTest {

    private static final String DECLARED = """
            path,type,unit,label_en,label_fa,values
            basket.attributes.channel,text,,Channel,کانال فروش,web|app|store
            basket.attributes.gift,flag,,Gift,هدیه,
            item.attributes.weight,number,count,Weight in grams,وزن به گرم,
            customer.attributes.profession,text,,Profession,شغل,baker|cook
            customer.attributes.children,number,count,Children,فرزند,
            customer.attributes.vegan,flag,,Vegan,گیاه‌خوار,
            """;

    private static final Map<String, byte[]> EVERY_FORM = Given.files(
            ShopAttributes.PATH,
            DECLARED,
            "segments/own.csv",
            """
                RuleSet,x
                ,
                RuleTable Own
                NAME,CONDITION,ACTION
                ,$c:Customer...,
                ,attributes.children >=,"effects.segment(""$param"");"
                Name,Children,Segment
                family,2,Families
                """,
            "promotions/a.grid.json",
            """
                {"columns": [{"kind": "name"}, {"kind": "condition", "attribute": "customer.attributes.profession", "operator": "in"},
                             {"kind": "effect", "effect": "message"}], "rows": [["a", ["baker", "cook"], "a"]]}
                """,
            "promotions/b.guided.json",
            """
                {"rules": [{"name": "b", "when": {"attribute": "customer.attributes.vegan", "operator": "==", "value": true},
                            "then": [{"effect": "message", "parameters": {"template": "b"}}]}]}
                """,
            "promotions/c.dslr",
            """
                expander english
                rule "c"
                when
                  the customer's profession is "baker"
                then
                  send the message "c"
                end
                """,
            "promotions/d.dslr",
            """
                expander persian
                قانون «d»
                اگر
                  شغل مشتری «baker» است
                آنگاه
                  پیام «d» را بفرست
                پایان
                """,
            "promotions/e.drl",
            """
                rule "e" when Customer( attributes.children * 2 > orders, attributes.vegan == true )
                then effects.message( "e" ); end
                rule "f" when Basket( customer.attributes.children / units >= 1 ) then effects.message( "f" ); end
                """);

    @Test
    void rulesLookAtThemInTablesAndInDrl() {
        var files = Given.files(ShopAttributes.PATH, DECLARED, "promotions/table.csv", """
                RuleSet,x
                ,
                RuleTable Own
                NAME,CONDITION,CONDITION,ACTION
                ,$i:Item...,$i:Item...,
                ,basket.attributes.channel,attributes.weight >=,effects.percentOffItem($param);
                Name,Channel,Weight,Off
                heavy,app,1000,10
                """, "promotions/free.drl", """
                rule "gift" when Basket( attributes.gift == true ) then effects.message( "gift" ); end
                rule "dense" when Item( attributes.weight / quantity >= 400, basket.attributes.channel != "web" )
                then effects.percentOffItem( 5 ); end
                """);
        var rules = RuleCompiler.compile(1, Given.TEHRAN, files);

        Situation basket = Given.customer()
                .attributes(Map.of("channel", "app", "gift", "true"))
                .line("A", Map.of("weight", "1000.9"))
                .line("B", Map.of("weight", "heavy"))
                .asBasket();

        List<Proposal> held = rules.evaluate(Stage.PROMOTIONS, basket);
        assertThat(held)
                .extracting(p -> p.rule().id())
                .containsExactlyInAnyOrder("promotions/table/heavy", "promotions/free/gift", "promotions/free/dense");
        assertThat(held.getLast().because().toString() + held.getFirst().because())
                .contains("actual=true", "actual=app", "actual=1000.9");
    }

    /** In a table, a tree, both languages, and DRL that is compiled; in promotions as in segments. */
    @Test
    void rulesOfEveryKindAndFormLookAtWhatTheShopToldAboutCustomers() {
        var rules = RuleCompiler.compile(1, Given.TEHRAN, EVERY_FORM);
        Given sara = Given.customer()
                .told("profession", new Told.Text("baker"))
                .told("children", new Told.Whole(3))
                .told("vegan", new Told.Flag(true))
                .line("A", Map.of());

        assertThat(names(rules.evaluate(Stage.SEGMENTS, sara.asCustomer()))).containsExactly("segments/own/family");
        assertThat(names(rules.evaluate(Stage.PROMOTIONS, sara.asBasket())))
                .containsExactlyInAnyOrder(
                        "promotions/a/a",
                        "promotions/b/b",
                        "promotions/c/c",
                        "promotions/d/d",
                        "promotions/e/e",
                        "promotions/e/f");
        assertThat(rules.evaluate(
                        Stage.PROMOTIONS, Given.customer().line("A", Map.of()).asBasket()))
                .isEmpty();
        assertThat(rules.declared().types()).containsOnlyKeys("profession", "children", "vegan");
    }

    private static List<String> names(List<Proposal> held) {
        return held.stream().map(proposal -> proposal.rule().id()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Basket( attributes.chanel == "web" )                  | not an attribute  | did you mean "attributes.channel"?
            Basket( attributes.channel == "webb" )                | is never "webb"   | did you mean "web"?
            Basket( attributes.gift == "perhaps" )                | is true or false  |
            Item( attributes.weight == "heavy" )                  | not a whole number | write digits only
            Item( attributes.weight contains "1" )                | does not fit      | a number takes
            Item( attributes.weight / 0 > 1 )                     | divides by 0      | divide by
            Item( attributes.weight + category > 1 )              | cannot be compared | compare like with like
            Customer( attributes.weight == 1 )                    | not an attribute  |
            Customer( attributes.professon == "cook" )            | not an attribute  | did you mean "attributes.profession"?
            Customer( attributes.profession == "king" )           | is never "king"   |
            Customer( attributes.children >= "two" )              | not a whole number |
            Customer( rung == "LOYL" )                            | is never "LOYL"   | did you mean "LOYAL"?
            """)
    void whatDoesNotFitIsAProblemWithAHint(String pattern, String reason, String hint) {
        String drl = "\nrule r when " + pattern + " then effects.message( \"x\" ); end";

        List<Problem> problems = problems(Given.files(ShopAttributes.PATH, DECLARED, "promotions/x.drl", drl));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("promotions/x.drl");
            assertThat(problem.place().line()).isEqualTo(2);
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.hint()).contains(hint == null ? "" : hint);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            bought.attributes.colour,text,,Colour,رنگ,   ; cannot be the path
            customer.attributes.name,text,,Name,نام,     ; is personal
            customer.attributes.eMail,text,,E-mail,ایمیل, ; is personal
            customer.attributes.phoneNumber,text,,Phone,تلفن, ; is personal
            basket.attributes.Colour,text,,Colour,رنگ,   ; cannot be the path
            basket.attributes.colour,word,,Colour,رنگ,   ; is not a type
            basket.attributes.colour,number,kg,Colour,رنگ, ; is not a unit
            basket.attributes.colour,number,,Colour,رنگ,a|b ; only texts
            basket.attributes.colour,text,,Colour,,      ; lacks a label
            basket.attributes.colour                     ; has 6 fields
            basket.attributes.gift,text,,Gift,هدیه,      ; another line
            """)
    void aDeclarationThatCannotBeUsedIsAProblemOfItsLine(String line, String reason) {
        List<Problem> problems = problems(Given.files(ShopAttributes.PATH, DECLARED + line));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(ShopAttributes.PATH);
            assertThat(problem.place().line()).isEqualTo(8);
            assertThat(problem.reason()).contains(reason);
        });
    }

    @Test
    void whatAKindMayNotLookAtIsAProblem() {
        var files = Given.files("segments/x.drl", """
                rule r when Customer( enteredSegment == "x" ) then effects.segment( "x" ); end
                """);

        assertThat(problems(files)).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).contains("segments cannot look at customer.enteredSegment");
            assertThat(problem.hint()).contains("promotions");
        });
    }

    @Test
    void noTextCanEndItsOwnQuotes() {
        assertThat(problems(Given.files("promotions/x.drl", """
                rule "inch" when Item( sku == '6" nails' ) then effects.percentOffItem( 5 ); end
                rule "escape" when Item( sku == 'x" || "a" == "a' ) then effects.percentOffItem( 5 ); end
                """))).hasSize(2);
    }

    private static List<Problem> problems(Map<String, byte[]> files) {
        RulesRejected rejected =
                catchThrowableOfType(RulesRejected.class, () -> RuleCompiler.compile(1, Given.TEHRAN, files));
        assertThat(rejected).as("must be refused").isNotNull();
        return rejected.problems();
    }
}
