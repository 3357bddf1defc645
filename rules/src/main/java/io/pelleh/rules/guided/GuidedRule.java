package io.pelleh.rules.guided;

import java.util.List;

/**
 * A promotion: when this holds, then ask for that.
 *
 * @param spot where it stands in its file
 */
public record GuidedRule(String name, String spot, Frame frame, Node when, List<Wish> then) {

    public GuidedRule {
        then = List.copyOf(then);
    }

    /**
     * One effect that is asked for.
     *
     * @param values as written, in the order of the verb's parameters
     */
    public record Wish(String verb, List<String> values, String spot) {
        public Wish {
            values = List.copyOf(values);
        }
    }
}
