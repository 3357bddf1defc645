package io.pelleh.rules.guided;

import io.pelleh.rules.vocabulary.Operator;
import java.util.List;

/** A part of what must hold; every part knows its spot in the file. */
public sealed interface Node {

    String spot();

    /** All of them. */
    record All(List<Node> parts, String spot) implements Node {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them. */
    record Any(List<Node> parts, String spot) implements Node {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Not that: of the same customer, basket or line. */
    record Not(Node part, String spot) implements Node {}

    /** There is a line of the basket, or a former purchase, for which it holds; however many. */
    record Some(Node part, String spot) implements Node {}

    /** There is none for which it holds. */
    record None(Node part, String spot) implements Node {}

    /**
     * A comparison.
     *
     * @param left path of an attribute, or a sum of several: {@code basket.total / basket.units}
     * @param values constants, several for {@code in}
     * @param against path of another attribute or a sum, instead of values; or empty
     */
    record Test(String left, Operator operator, List<String> values, String against, String spot) implements Node {
        public Test {
            values = List.copyOf(values);
        }
    }
}
