package io.pelleh.rules.grid;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.grid.Column.Kind;
import io.pelleh.rules.vocabulary.Operator;
import io.pelleh.rules.vocabulary.Verb;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Understands the four heading cells of a column in Drools' decision-table format. */
final class HeadingReader {

    private static final Pattern OBJECT =
            Pattern.compile("(\\$\\w+\\s*:\\s*)?(Customer|Basket|Item|Bought)\\s*(\\.\\.\\.)?");
    private static final Pattern COMPARISON =
            Pattern.compile("(.+?)\\s*(not\\s+in\\b|\\bin\\b|not\\s+contains\\b|\\bcontains\\b|==|!=|<=|>=|<|>)"
                    + "\\s*(\\(\\s*\\$param\\s*\\)|\"\\$param\"|'\\$param'|\\$param)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)*");
    private static final Pattern EFFECT = Pattern.compile("effects\\.(\\w+)\\((.*)\\)\\s*;?");
    private static final Pattern NOTE = Pattern.compile("(\\w+)\\s*\\(\\s*\"?\\$param\"?\\s*\\)");

    private final Vocabulary vocabulary;

    HeadingReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The four cells, from top to bottom. */
    record Cells(String kind, String object, String template, String title) {}

    Heading read(Cells cells) {
        return switch (cells.kind().toUpperCase(Locale.ROOT)) {
            case "NAME", "N" -> plain(Kind.NAME, cells);
            case "DESCRIPTION", "I" -> plain(Kind.NOTE, cells);
            case "PRIORITY", "SALIENCE", "P" -> plain(Kind.PRIORITY, cells);
            case "DATE-EFFECTIVE", "V" -> plain(Kind.VALID_FROM, cells);
            case "DATE-EXPIRES", "Z" -> plain(Kind.VALID_BEFORE, cells);
            case "METADATA", "@" -> note(cells);
            case "CONDITION", "C" -> condition(cells);
            case "ACTION", "A" -> effect(cells);
            default -> throw new NotAGrid("a column is of the kind " + cells.kind());
        };
    }

    private static Heading plain(Kind kind, Cells cells) {
        return new Heading(Column.plain(kind, cells.title()), List.of(), true);
    }

    private static Heading note(Cells cells) {
        Matcher note = NOTE.matcher(cells.template());
        String word = note.matches() ? note.group(1) : "";
        return Stream.of(Kind.values())
                .filter(kind -> kind.drools().equals("METADATA") && kind.word().equals(word))
                .findFirst()
                .map(kind -> plain(kind, cells))
                .orElseThrow(() -> new NotAGrid("a column notes " + cells.template()));
    }

    private Heading condition(Cells cells) {
        Matcher object = OBJECT.matcher(cells.object());
        if (!object.matches()) {
            throw new NotAGrid("a column looks at " + cells.object());
        }
        String subject = object.group(2).toLowerCase(Locale.ROOT);
        Matcher comparison = COMPARISON.matcher(cells.template());
        if (!comparison.matches()) {
            return heading(cells, full(subject, cells.template()), Operator.EQUAL, "");
        }
        String sign = comparison.group(2).replaceAll("\\s+", " ");
        Operator operator = Operator.of(sign).orElseThrow(() -> new NotAGrid("no operator " + sign));
        String value = comparison.group(3) == null ? "" : comparison.group(3);
        if (operator.lists() != value.startsWith("(")) {
            throw new NotAGrid("a condition is written as " + cells.template());
        }
        return heading(cells, full(subject, comparison.group(1)), operator, value);
    }

    private Heading heading(Cells cells, String of, Operator operator, String value) {
        boolean fits = vocabulary
                .find(of)
                .map(attribute -> Operator.fitting(attribute).contains(operator))
                .orElse(operator.orders() || operator == Operator.EQUAL || operator == Operator.NOT_EQUAL);
        if (!fits) {
            throw new NotAGrid(of + " is compared by " + operator.sign());
        }
        boolean text = vocabulary
                .find(of)
                .map(a -> a instanceof Attribute.Text || a instanceof Attribute.Words)
                .orElse(false);
        boolean raw = !text || value.startsWith("\"") || value.startsWith("'");
        return new Heading(new Column(Kind.CONDITION, of, operator, cells.title()), List.of(), raw);
    }

    /** Names inside a pattern as full paths. */
    private String full(String subject, String left) {
        Matcher names = NAME.matcher(left);
        StringBuilder full = new StringBuilder();
        while (names.find()) {
            names.appendReplacement(full, Matcher.quoteReplacement(path(subject, names.group())));
        }
        names.appendTail(full);
        if (!full.toString().matches("[\\w.\\s+*/-]+")) {
            throw new NotAGrid("a condition is written as " + left);
        }
        return full.toString();
    }

    private String path(String subject, String name) {
        String own = subject + "." + name;
        String tail = name.substring(name.lastIndexOf('.', Math.max(0, name.lastIndexOf('.') - 1)) + 1);
        for (String path : List.of(own, name, tail)) {
            if (vocabulary.find(path).isPresent()
                    && shows(subject, vocabulary.find(path).get())) {
                return path;
            }
        }
        throw new NotAGrid(name + " is not in the vocabulary of " + subject);
    }

    private static boolean shows(String subject, Attribute attribute) {
        return attribute.subject().equals(subject)
                || attribute.subject().equals("customer")
                || (subject.equals("item") && attribute.subject().equals("basket"));
    }

    private static Heading effect(Cells cells) {
        Matcher call = EFFECT.matcher(cells.template());
        if (!call.matches() || call.group(2).indexOf(';') >= 0) {
            throw new NotAGrid("an effect is written as " + cells.template());
        }
        List<String> arguments = call.group(2).isBlank()
                ? List.of()
                : Arrays.stream(call.group(2).split(",")).map(String::strip).toList();
        boolean known = Verb.find(call.group(1))
                .map(verb -> verb.parameters().size() == arguments.size())
                .orElse(false);
        if (!known) {
            throw new NotAGrid("an effect is written as " + cells.template());
        }
        return new Heading(new Column(Kind.EFFECT, call.group(1), Operator.EQUAL, cells.title()), arguments, true);
    }
}
