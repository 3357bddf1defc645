package io.pelleh.rules.reading;

import io.pelleh.rules.reading.Problem.Place;
import io.pelleh.rules.text.Flaw;
import java.util.function.Consumer;

/** Passes on what is wrong, so that a marketer sees all of it at once; but no more than anybody reads. */
final class Problems {

    private static final int MAX = 200;

    private final Consumer<Problem> listener;
    private int found;

    Problems(Consumer<Problem> listener) {
        this.listener = listener;
    }

    void add(Problem problem) {
        if (found++ < MAX) {
            listener.accept(problem);
        }
    }

    void add(RuleFile file, String reason, String hint) {
        add(new Problem(file.path(), Place.FILE, "", reason, hint));
    }

    int found() {
        return found;
    }

    void add(RuleFile file, Flaw flaw) {
        add(new Problem(file.path(), Place.of(flaw.spot()), flaw.rule(), flaw.reason(), flaw.hint()));
    }
}
