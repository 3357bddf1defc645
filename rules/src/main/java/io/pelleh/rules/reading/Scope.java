package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.reading.Formula.Named;
import io.pelleh.rules.reading.Formula.Relation;
import io.pelleh.rules.reading.Formula.Term;
import io.pelleh.rules.text.Wrong;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that a rule has given so far, and whether relations between them make sense. */
final class Scope {

    private static final Pattern NAME = Pattern.compile("\\$\\p{L}[\\p{L}\\p{N}_]{0,39}");
    private static final String HINT = "$name : attribute in an earlier fact, then $name";

    private final Vocabulary vocabulary;
    private final Map<String, Subject> facts;
    private final Map<String, Attribute> values;

    Scope(Vocabulary vocabulary) {
        this(vocabulary, Map.of(), Map.of());
    }

    private Scope(Vocabulary vocabulary, Map<String, Subject> facts, Map<String, Attribute> values) {
        this.vocabulary = vocabulary;
        this.facts = new HashMap<>(facts);
        this.values = new HashMap<>(values);
    }

    /** What is named inside stays inside. */
    Scope inner() {
        return new Scope(vocabulary, facts, values);
    }

    void name(String name, Subject fact) {
        fresh(name);
        facts.put(name, fact);
    }

    private void fresh(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new Wrong("the name " + name + " must be $ and a word", "for example $item");
        }
        if (facts.containsKey(name) || values.containsKey(name)) {
            throw new Wrong("the name " + name + " is given twice", "choose another");
        }
    }

    /** Takes note of the names a formula gives, and looks at those it uses. */
    void check(Formula formula) {
        formula.each(part -> {
            if (part instanceof Named(String name, Attribute attribute)) {
                fresh(name);
                values.put(name, attribute);
            } else if (part instanceof Relation relation) {
                check(relation);
            }
        });
    }

    private void check(Relation relation) {
        String left = kind(relation.left());
        String right = kind(relation.right());
        if (!left.equals(right)) {
            throw new Wrong("a " + left + " cannot be compared with a " + right, "compare like with like");
        }
        if (left.equals("list of words") || (relation.operator().orders() && !left.equals("number"))) {
            throw new Wrong("\"" + relation.operator().sign() + "\" does not fit a " + left, "compare numbers");
        }
    }

    private String kind(List<Term> terms) {
        String kind = kind(terms.getFirst());
        for (Term term : terms) {
            if (terms.size() > 1 && !(term instanceof Term.Sign) && !kind(term).equals("number")) {
                throw new Wrong("only numbers can be added or multiplied", "");
            }
        }
        return kind;
    }

    private String kind(Term term) {
        return switch (term) {
            case Term.Constant c -> "number";
            case Term.Sign s -> "sign";
            case Term.Of(Attribute attribute) -> kind(attribute);
            case Term.Name(String text) -> kind(named(text));
        };
    }

    private static String kind(Attribute attribute) {
        return switch (attribute) {
            case Attribute.Numeric n -> "number";
            case Attribute.Text t -> "text";
            case Attribute.Flag f -> "yes or no";
            case Attribute.Words w -> "list of words";
        };
    }

    /** The attribute that {@code $price} or {@code $item.quantity} means. */
    private Attribute named(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(values.get(text))
                    .orElseThrow(() -> new Wrong("the name " + text + " is not known here as an attribute", HINT));
        }
        Subject fact = Optional.ofNullable(facts.get(text.substring(0, dot)))
                .orElseThrow(() -> new Wrong("the name " + text + " is not known here", HINT));
        return Paths.attribute(vocabulary, fact, text.substring(dot + 1));
    }
}
