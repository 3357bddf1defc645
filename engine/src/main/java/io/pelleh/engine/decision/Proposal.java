package io.pelleh.engine.decision;

import io.pelleh.engine.facts.Situation;
import java.util.List;

/**
 * A rule that held, and what it asks for.
 *
 * @param order place of the rule in its rule set, from 0: the first match of an ordered rule set has the lowest
 * @param matched what it held for: the customer, the basket or one line
 */
public record Proposal(Rule rule, int order, Ask ask, Situation matched) {

    /** The rule's conditions with the values that met them. */
    public List<Condition.Seen> because() {
        return rule.conditions().stream().map(c -> c.seen(matched)).toList();
    }
}
