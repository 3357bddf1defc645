package io.pelleh.rules.analysis;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Attribute.Unit;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.analysis.Domain.Numbers;
import io.pelleh.rules.analysis.Domain.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** All values that an attribute can have at all. */
final class Universe {

    private static final Numbers TRUTHS = Numbers.of(0, 1);
    private static final Numbers SCORES = Numbers.of(0, 5);
    private static final Numbers NPS = Numbers.of(-1, 10);
    private static final Numbers COUNTS = Numbers.of(0, Long.MAX_VALUE);
    private static final Numbers NUMBERS = Numbers.of(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Texts WORDS = new Texts(false, Set.of());

    private final Map<String, Domain> known = new HashMap<>();

    /** @param path with a number before it when several facts of a kind are looked at */
    Domain of(String path, Domain like) {
        return known.computeIfAbsent(
                path,
                p -> Vocabulary.builtIn()
                        .find(p.substring(p.indexOf(':') + 1))
                        .map(Universe::of)
                        .orElseGet(() -> like instanceof Texts ? WORDS : p.contains(" ") ? TRUTHS : NUMBERS));
    }

    static Domain of(Attribute attribute) {
        return switch (attribute) {
            case Attribute.Flag f -> TRUTHS;
            case Attribute.Words w -> TRUTHS;
            case Attribute.Text t -> WORDS;
            case Attribute.Numeric n when n.path().equals("customer.nps") -> NPS;
            case Attribute.Numeric n when n.unit() == Unit.SCORE -> SCORES;
            case Attribute.Numeric n -> COUNTS;
        };
    }
}
