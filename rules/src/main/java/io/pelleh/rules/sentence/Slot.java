package io.pelleh.rules.sentence;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.rules.vocabulary.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can stand in a gap of a sentence, after the script was made one. */
enum Slot {
    TEXT("\"[^\"]*\""),
    WORD("\"[^\"]*\"|[A-Za-z]+"),
    DATE("\"?[0-9]{4}-[0-9]{2}-[0-9]{2}\"?"),
    NUMBER("-?[0-9][0-9,]*(?:\\.[0-9]+)?");

    private static final Pattern PIECE = Pattern.compile("\"[^\"]*\"|-?[0-9](?:[0-9]|,(?=[0-9]))*");

    private final String regex;

    Slot(String regex) {
        this.regex = regex;
    }

    static Slot of(Attribute attribute) {
        return attribute instanceof Attribute.Numeric ? NUMBER : TEXT;
    }

    static Slot of(Parameter parameter) {
        return switch (parameter.type()) {
            case TIER, TEXT -> TEXT;
            case RUNG -> WORD;
            case DATE -> DATE;
            case SCORE, PERCENT, MONEY, POINTS, COUNT, DAYS -> NUMBER;
        };
    }

    String one() {
        return "(" + regex + ")";
    }

    /** One or more, with commas or "or" between. */
    String several() {
        return "((?:" + regex + ")(?:(?:\\s*,\\s+|\\s+or\\s+|\\s+یا\\s+)(?:" + regex + "))*)";
    }

    String value(String written) {
        String plain = written.replace("\"", "");
        return this == NUMBER ? plain.replace(",", "") : plain;
    }

    List<String> values(String written) {
        Matcher pieces = PIECE.matcher(written);
        List<String> values = new ArrayList<>();
        while (pieces.find()) {
            values.add(value(pieces.group()));
        }
        return values;
    }
}
