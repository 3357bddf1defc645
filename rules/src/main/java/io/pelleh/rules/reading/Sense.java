package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.reading.Formula.Named;
import io.pelleh.rules.reading.Formula.Relation;
import io.pelleh.rules.reading.Formula.Term;
import io.pelleh.rules.text.Nearest;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.vocabulary.Kinds;
import io.pelleh.rules.vocabulary.Terms;
import java.util.ArrayList;
import java.util.List;

/** Whether the conditions of a rule make sense in its release: attributes its kind may use, and values that exist. */
final class Sense {

    private final Terms terms;
    private final WrittenRule rule;
    private final List<Wrong> wrongs = new ArrayList<>();

    Sense(Terms terms, WrittenRule rule) {
        this.terms = terms;
        this.rule = rule;
    }

    List<Wrong> wrongs() {
        rule.when().forEach(clause -> clause.eachFormula(this::look));
        return wrongs;
    }

    private void look(Formula formula) {
        switch (formula) {
            case Compare compare -> {
                kind(compare.attribute());
                compare.values().forEach(value -> value(compare.attribute(), value.shown()));
            }
            case Named named -> kind(named.attribute());
            case Relation relation -> {
                relation.left().forEach(this::look);
                relation.right().forEach(this::look);
            }
            case Formula.All a -> {}
            case Formula.Any a -> {}
            case Formula.Not n -> {}
        }
    }

    private void look(Term term) {
        if (term instanceof Term.Of(Attribute attribute)) {
            kind(attribute);
        }
    }

    private void kind(Attribute attribute) {
        if (!Kinds.of(attribute).contains(rule.stage())) {
            wrongs.add(new Wrong(
                    RuleFile.folder(rule.stage()) + " cannot look at " + attribute.path(),
                    "it can be used in "
                            + String.join(
                                    ", ",
                                    Kinds.of(attribute).stream()
                                            .map(RuleFile::folder)
                                            .toList())));
        }
    }

    private void value(Attribute attribute, String value) {
        List<String> known = terms.vocabulary()
                .entry(attribute.path())
                .map(Vocabulary.Entry::choices)
                .map(terms::values)
                .orElse(List.of());
        if (!value.isEmpty() && !known.isEmpty() && !known.contains(value)) {
            wrongs.add(new Wrong(
                    attribute.path() + " is never \"" + value + "\"",
                    Nearest.hint(value, known, "it can be: " + String.join(", ", known))));
        }
    }
}
