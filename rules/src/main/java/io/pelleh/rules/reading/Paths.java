package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import java.util.Set;

/** Finds the attribute that a path inside a pattern means. */
final class Paths {

    private static final Set<String> OWNERS = Set.of("customer", "basket", "item");

    private Paths() {}

    /** {@code tier} in a Customer pattern, {@code customer.tier} or {@code basket.customer.tier} in an Item pattern. */
    static Attribute attribute(Subject subject, String path) {
        int last = path.lastIndexOf('.');
        int owner = path.lastIndexOf('.', last - 1);
        String full = last < 0 ? subject.word() + "." + path : path.substring(owner + 1);
        Attribute attribute = Vocabulary.find(full).orElseThrow(() -> unknown(subject, path));
        boolean led =
                owner < 0 || OWNERS.containsAll(Set.of(path.substring(0, owner).split("\\.")));
        if (!led || !subject.shows(Subject.of(attribute))) {
            throw new Wrong(
                    subject.type() + " does not know " + path,
                    "ask " + Subject.of(attribute).type() + "(…) for it");
        }
        return attribute;
    }

    private static Wrong unknown(Subject subject, String path) {
        String known = Vocabulary.all().stream()
                .filter(a -> a.subject().equals(subject.word()))
                .map(a -> a.path().substring(a.path().indexOf('.') + 1))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return new Wrong(
                "\"" + path + "\" is not an attribute of " + subject.type(), subject.type() + " has: " + known);
    }
}
