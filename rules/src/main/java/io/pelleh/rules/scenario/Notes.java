package io.pelleh.rules.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping of a scenario, read word by word; a word nobody asked for is a mistake. */
final class Notes {

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
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new BrokenScenario(where + ": " + word + " must be a number, not " + value);
    }

    int small(String word, int otherwise) {
        return Math.toIntExact(number(word, otherwise));
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
