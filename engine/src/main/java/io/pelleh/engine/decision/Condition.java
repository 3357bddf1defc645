package io.pelleh.engine.decision;

import io.pelleh.engine.facts.Situation;
import io.pelleh.engine.facts.Vocabulary;

/**
 * One condition of a rule, in words.
 *
 * @param attribute path in the vocabulary, {@code basket.total}
 * @param operator {@code ==, !=, <, <=, >, >=, contains, in, matches}; or {@code rule} for one that is shown as a whole
 * @param expected what it is compared with, as written
 */
public record Condition(String attribute, String operator, String expected) {

    /** The condition beside the value it met. */
    public record Seen(Condition condition, String actual) {}

    /** Reads the actual value. */
    public Seen seen(Situation situation) {
        return new Seen(this, Vocabulary.actual(attribute, situation));
    }
}
