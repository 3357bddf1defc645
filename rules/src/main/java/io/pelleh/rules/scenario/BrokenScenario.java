package io.pelleh.rules.scenario;

/** A scenario cannot be read: a word is unknown or a value does not fit. */
public final class BrokenScenario extends RuntimeException {

    private final String file;
    private final int line;

    BrokenScenario(String message) {
        this("", 0, message);
    }

    BrokenScenario(String file, int line, String message) {
        super(message);
        this.file = file;
        this.line = line;
    }

    /** The same, at the place where the scenario begins unless a closer one is known. */
    BrokenScenario in(Scenario scenario) {
        return line > 0 ? this : new BrokenScenario(scenario.file(), scenario.line(), reason());
    }

    /** What is wrong. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Path of the file, or empty. */
    public String file() {
        return file;
    }

    /** From 1, or 0 for the file as a whole. */
    public int line() {
        return line;
    }
}
