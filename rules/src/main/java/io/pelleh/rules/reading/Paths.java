package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.text.Nearest;
import io.pelleh.rules.text.Wrong;
import java.util.List;
import java.util.Set;

/** Finds the attribute that a path inside a pattern means. */
final class Paths {

    private static final Set<String> OWNERS = Set.of("customer", "basket", "item");

    private Paths() {}

    /** {@code tier} in a Customer pattern, {@code customer.tier} or {@code basket.customer.tier} in an Item pattern. */
    static Attribute attribute(Vocabulary vocabulary, Subject subject, String path) {
        int own = ("." + path).indexOf(Attribute.OWN);
        int last = own < 0 ? path.lastIndexOf('.') : own - 1;
        int owner = last < 0 ? -1 : path.lastIndexOf('.', last - 1);
        String full = last < 0 ? subject.word() + "." + path : path.substring(owner + 1);
        Attribute attribute = vocabulary.find(full).orElseThrow(() -> unknown(vocabulary, subject, path));
        boolean led =
                owner < 0 || OWNERS.containsAll(List.of(path.substring(0, owner).split("\\.")));
        if (!led || !subject.shows(Subject.of(attribute))) {
            throw new Wrong(
                    subject.type() + " does not know " + path,
                    "ask " + Subject.of(attribute).type() + "(…) for it");
        }
        return attribute;
    }

    private static Wrong unknown(Vocabulary vocabulary, Subject subject, String path) {
        List<String> known = vocabulary.all().stream()
                .filter(attribute -> subject.shows(Subject.of(attribute)))
                .map(attribute -> written(subject, attribute))
                .toList();
        List<String> ofItsOwn =
                known.stream().filter(name -> name.indexOf('.') < 0).toList();
        return new Wrong(
                "\"" + path + "\" is not an attribute of " + subject.type(),
                Nearest.hint(path, known, subject.type() + " has: " + String.join(", ", ofItsOwn)));
    }

    /** The attribute as it is written inside a pattern. */
    static String written(Subject subject, Attribute attribute) {
        return Subject.of(attribute) == subject
                ? attribute.path().substring(attribute.path().indexOf('.') + 1)
                : attribute.path();
    }
}
