package io.pelleh.rules.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping of a scenario, read word by word; a word nobody asked for is a mistake. */
final class Notes {

    private static final int LEAST = -1;
    private static final int MOST = 10_000;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,4})?");

    private final String where;
    private final Map<?, ?> entries;
    private final Set<String> asked = new HashSet<>();

    Notes(String where, @Nullable Object value) {
        if (value != null && !(value instanceof Map)) {
            throw new BrokenScenario(where + " must hold words with values");
        }
        this.where = where;
        this.entries = value instanceof Map<?, ?> map ? map : Map.of();
    }

    boolean has(String word) {
        asked.add(word);
        return entries.containsKey(word);
    }

    Notes under(String word) {
        return new Notes(where + ", " + word, value(word));
    }

    @Nullable
    Object value(String word) {
        asked.add(word);
        return entries.get(word);
    }

    String text(String word) {
        Object value = value(word);
        return value == null ? "" : value.toString();
    }

    boolean yes(String word) {
        return text(word).equals("true");
    }

    long number(String word, long otherwise) {
        Object value = value(word);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new BrokenScenario(where + ": " + word + " must be a whole number, not " + value);
    }

    /** A count or a number of days. */
    int small(String word, int otherwise) {
        long number = number(word, otherwise);
        if (number < LEAST || number > MOST) {
            throw new BrokenScenario(where + ": " + word + " must lie between " + LEAST + " and " + MOST);
        }
        return (int) number;
    }

    /** A day, {@code 2027-01-10}. */
    LocalDate day(String word) {
        try {
            return LocalDate.parse(text(word));
        } catch (DateTimeParseException e) {
            throw new BrokenScenario(where + ": " + word + " must be a day such as 2027-01-10, not " + text(word));
        }
    }

    /** A price, which may have a fraction. */
    BigDecimal decimal(String word) {
        String written = text(word);
        if (!DECIMAL.matcher(written).matches()) {
            throw new BrokenScenario(where + ": " + word + " must be a number, not " + written);
        }
        return new BigDecimal(written);
    }

    /** One of the constants of a type. */
    <E extends Enum<E>> E constant(String word, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text(word))) {
                return constant;
            }
        }
        throw new BrokenScenario(where + ": " + word + " must be one of " + List.of(type.getEnumConstants()));
    }

    List<?> list(String word) {
        Object value = value(word);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** Words and values as texts, in order. */
    Map<String, String> texts(String word) {
        Notes under = under(word);
        return under.entries.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> String.valueOf(entry.getKey()),
                        entry -> String.valueOf(entry.getValue()),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new));
    }

    /** Fails when the scenario says something that nothing listens to. */
    void done() {
        for (Object word : entries.keySet()) {
            if (!asked.contains(String.valueOf(word))) {
                throw new BrokenScenario(where + ": nobody knows the word \"" + word + "\"");
            }
        }
    }
}
