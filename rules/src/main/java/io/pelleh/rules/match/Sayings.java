package io.pelleh.rules.match;

import io.pelleh.rules.reading.WrittenRule;
import java.util.List;

/** What each rule of a stage says, by its place in the stage. */
public final class Sayings {

    private final Saying[] sayings;

    public Sayings(List<WrittenRule> rules) {
        this.sayings = rules.stream()
                .map(rule -> new Saying(rule.rule(), rule.asks(), rule.validity()))
                .toArray(Saying[]::new);
    }

    Saying get(int rule) {
        return sayings[rule];
    }
}
