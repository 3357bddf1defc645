package io.pelleh.rules.scenario;

/** A scenario cannot be read: a word is unknown or a value does not fit. */
public final class BrokenScenario extends RuntimeException {

    BrokenScenario(String message) {
        super(message);
    }
}
