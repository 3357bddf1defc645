package io.pelleh.rules.scenario;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.program.Program;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/**
 * A made-up customer, told in the words of the scenarios: {@code orders, last, every, each, tier, segment, …}.
 *
 * @param guest nobody known
 */
public record Somebody(CustomerState state, boolean guest) {

    /**
     * Reads the words.
     *
     * @throws BrokenScenario when a word is unknown or a value does not fit
     */
    public static Somebody told(Program program, Instant now, Map<String, ?> given) {
        Notes notes = new Notes("given", given);
        boolean guest = notes.yes("guest");
        try {
            return new Somebody(new Background(program, now, notes).state(), guest);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new BrokenScenario("given: " + e.getMessage());
        }
    }
}
