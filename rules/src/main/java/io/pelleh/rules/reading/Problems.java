package io.pelleh.rules.reading;

import io.pelleh.rules.reading.Problem.Place;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that a marketer sees all of it at once. */
final class Problems {

    private static final int MAX = 200;

    private final List<Problem> found = new ArrayList<>();

    void add(Problem problem) {
        if (found.size() < MAX) {
            found.add(problem);
        }
    }

    void add(RuleFile file, String reason, String hint) {
        add(new Problem(file.path(), Place.FILE, "", reason, hint));
    }

    void rejectIfAny() {
        if (!found.isEmpty()) {
            throw new RulesRejected(found);
        }
    }
}
