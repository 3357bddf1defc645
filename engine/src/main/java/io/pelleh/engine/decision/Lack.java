package io.pelleh.engine.decision;

import io.pelleh.engine.facts.Attribute.Unit;

/** A sum over lines that is too low for a promotion whose conditions hold. */
record Lack(Condition.Seen seen, Distance distance) {

    /** Of what the matching lines have together. */
    static Lack of(String attribute, Unit unit, long wanted, long actual) {
        return new Lack(
                new Condition.Seen(new Condition(attribute, ">=", Long.toString(wanted)), Long.toString(actual)),
                new Distance(attribute, unit, wanted - actual));
    }
}
