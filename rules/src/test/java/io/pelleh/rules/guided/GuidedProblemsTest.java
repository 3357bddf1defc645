package io.pelleh.rules.guided;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.rules.RuleBook;
import io.pelleh.rules.fixtures.Given;
import io.pelleh.rules.reading.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuidedProblemsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"attribute": "basket.totl", "operator": ">=", "value": 1}                  | /rules/0/when/all/0/value     | did you mean "basket.total"?
            {"attribute": "basket.total", "operator": "=>", "value": 1}                 | /rules/0/when/all/0/operator  | known are
            {"attribute": "basket.total", "operator": ">=", "value": "many"}            | /rules/0/when/all/0/value     | digits
            {"attribute": "basket.total", "operator": "contains", "value": 1}           | /rules/0/when/all/0/value     | use one of
            {"attribute": "item.sku", "operator": "==", "value": "a\\"b"}               | /rules/0/when/all/0/value     | leave it out
            {"attribute": "item.sku", "operator": "==", "value": "=A1"}                 | /rules/0/when/all/0/value     | write its value
            {"attribute": "item.sku", "operator": "==", "values": ["a", "b"]}           | /rules/0/when/all/0/values    |
            {"attribute": "item.sku", "operator": "=="}                                 | /rules/0/when/all/0           | attribute, operator, value
            {"any": []}                                                                 | /rules/0/when/all/0           | put a condition
            {"any": [{"some": {"attribute": "item.sku", "operator": "==", "value": 1}}]} | /rules/0/when/all/0/any/0    | move it up
            {"al": []}                                                                  | /rules/0/when/all/0/al        | known are
            {"expression": "basket.total / foo()", "operator": ">", "value": 1}         | /rules/0/when/all/0/value     |
            {"expression": "System.exit(1)", "operator": ">", "value": 1}               | /rules/0/when/all/0/value     |
            """)
    void whatIsWrongHasItsPointer(String condition, String pointer, String hint) {
        String text = """
                {"rules": [{"name": "r", "when": {"all": [%s]}, "then": [{"effect": "freeShipping"}]}]}
                """.formatted(condition);

        assertThat(RuleBook.read(Given.TEHRAN, Given.files("promotions/x.guided.json", text))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.place()).isEqualTo(Problem.Place.of(pointer));
                    assertThat(problem.hint()).contains(hint == null ? "" : hint);
                });
    }

    @Test
    void noneSaysThatNoLineFitsAndSomeThatOneDoes() {
        RuleBook book = RuleBook.read(Given.TEHRAN, Given.files("promotions/x.guided.json", """
                {"rules": [{"name": "r", "when": {"all": [
                  {"none": {"all": [{"attribute": "item.category", "operator": "==", "value": "tea"},
                                    {"attribute": "item.quantity", "operator": ">", "value": "۲"}]}},
                  {"some": {"attribute": "bought.days", "operator": "<=", "value": 30}},
                  {"attribute": "basket.total", "operator": ">=", "other": "customer.averageOrder"}]},
                 "then": [{"effect": "message", "parameters": {"template": "x"}}]}]}
                """));

        assertThat(book.problems()).isEmpty();
        assertThat(book.drl("promotions/x.guided.json"))
                .contains("not( Item(category == \"tea\", quantity > 2L) )")
                .contains("exists( Bought(days <= 30L) )")
                .contains("Basket(total >= customer.averageOrder)");
    }

    @Test
    void aCellThatDoesNotFitHasItsPointer() {
        RuleBook book = RuleBook.read(Given.TEHRAN, Given.files("promotions/x.grid.json", """
                {"columns": [{"kind": "name"}, {"kind": "condition", "attribute": "basket.total", "operator": ">="},
                             {"kind": "effect", "effect": "winBack"}],
                 "rows": [["a", 5, [10, 30]], ["b", "plenty", [10, 30]], ["c", 5, [10]], ["d", 5, null], [null, 5, [1, 1]]]}
                """));

        assertThat(book.problems())
                .extracting(problem -> problem.place().pointer())
                .containsExactly("/rows/1/1", "/rows/2/2", "/rows/3", "/rows/4");
        assertThat(book.rules()).hasSize(1);
    }
}
