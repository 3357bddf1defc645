package io.pelleh.rules.guided;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.text.Nearest;
import io.pelleh.rules.text.Wrong;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands one side of a comparison: an attribute by its path, or a sum of attributes and numbers. */
public final class Sides {

    private static final Pattern SUM = Pattern.compile("[\\w.\\s+*/()-]{1,200}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)*");

    private final Vocabulary vocabulary;

    public Sides(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The attribute, when the side is nothing else. */
    public Optional<Attribute> attribute(String side) {
        return vocabulary.find(side.strip());
    }

    /** First words of the paths of everything it looks at. */
    public Set<String> subjects(String side) {
        Set<String> subjects = new LinkedHashSet<>();
        Matcher names = NAME.matcher(sum(side));
        while (names.find()) {
            subjects.add(known(names.group()).subject());
        }
        return subjects;
    }

    /** As it is written inside a pattern of that subject, for example {@code item}. */
    public String written(String subject, String side) {
        return NAME.matcher(sum(side))
                .replaceAll(name -> Matcher.quoteReplacement(relative(subject, known(name.group()))));
    }

    private static String relative(String subject, Attribute attribute) {
        return attribute.subject().equals(subject)
                ? attribute.path().substring(subject.length() + 1)
                : attribute.path();
    }

    private static String sum(String side) {
        if (!SUM.matcher(side).matches()) {
            throw new Wrong("\"" + side + "\" is no attribute and no sum of attributes", "write basket.total / 2");
        }
        return side;
    }

    private Attribute known(String path) {
        return vocabulary.find(path).orElseThrow(() -> {
            Collection<String> paths =
                    vocabulary.all().stream().map(Attribute::path).toList();
            return new Wrong(
                    "\"" + path + "\" is not an attribute", Nearest.hint(path, paths, "see the vocabulary for all"));
        });
    }
}
