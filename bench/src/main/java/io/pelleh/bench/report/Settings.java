package io.pelleh.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was set on the command line, as {@code name=value}. */
public final class Settings {

    private static final int MIN_ROUNDS = 1;
    private static final int ROUNDS = 5;

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the arguments that hold an equals sign.
     *
     * @param args of the command
     */
    public static Settings of(String... args) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals > 0) {
                values.put(arg.substring(0, equals), arg.substring(equals + 1));
            }
        }
        return new Settings(values);
    }

    /** Interleaved runs of everything that is compared. */
    public int rounds() {
        return Math.max(MIN_ROUNDS, number("rounds", ROUNDS));
    }

    public int number(String name, int otherwise) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
