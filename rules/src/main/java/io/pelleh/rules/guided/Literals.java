package io.pelleh.rules.guided;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.vocabulary.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes values as constants of DRL, where they fit their type. */
final class Literals {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");
    private static final Set<String> YES = Set.of("true", "yes", "بله", "آری");
    private static final Set<String> NO = Set.of("false", "no", "خیر", "نه");

    private Literals() {}

    static String of(Attribute attribute, String value) {
        return switch (attribute) {
            case Attribute.Numeric n -> whole(value);
            case Attribute.Flag f -> truth(attribute, value);
            case Attribute.Text t -> quoted(value);
            case Attribute.Words w -> quoted(value);
        };
    }

    static String of(Parameter parameter, String value) {
        return switch (parameter.type()) {
            case TIER, TEXT, DATE -> quoted(value);
            case RUNG -> choice(parameter, value);
            case PERCENT -> percent(value);
            case SCORE, MONEY, POINTS, COUNT, DAYS -> whole(value);
        };
    }

    private static String choice(Parameter parameter, String value) {
        List<String> known = parameter.choices().values();
        String code = value.strip().toUpperCase(Locale.ROOT);
        if (!known.contains(code)) {
            throw new Wrong("\"" + value + "\" is no " + parameter.name(), "it can be: " + String.join(", ", known));
        }
        return code;
    }

    static String whole(String value) {
        String plain = Script.number(value).replace(",", "");
        if (!WHOLE.matcher(plain).matches()) {
            throw new Wrong("\"" + value + "\" is not a whole number", "write digits only, Persian or Latin");
        }
        return plain;
    }

    private static String percent(String value) {
        String plain = Script.number(value);
        if (!DECIMAL.matcher(plain).matches()) {
            throw new Wrong("\"" + value + "\" is not a percentage", "write a number with at most two decimals");
        }
        return plain;
    }

    private static String truth(Attribute attribute, String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new Wrong(attribute.path() + " is true or false, not " + value, "");
        }
        return Boolean.toString(YES.contains(word));
    }

    static String quoted(String value) {
        if (value.startsWith("=")) {
            throw new Wrong("\"" + value + "\" is a formula", "write its value");
        }
        if (value.chars().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c))) {
            throw new Wrong(
                    "a text holds a double quote, a backslash or a line break", "leave it out; single quotes are fine");
        }
        return '"' + value + '"';
    }
}
