package io.pelleh.engine.event;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.program.ProgramId;
import java.util.Locale;

/** The sender-made identity of an event: unique per program and source. */
public record EventId(ProgramId program, String source, String id) {

    private static final int MAX_LENGTH = 200;
    private static final String CHECKOUT = "checkout";

    /** What a checkout's own move to a state is known by. */
    public static EventId of(ProgramId program, CheckoutId checkout, CheckoutState to) {
        return new EventId(program, CHECKOUT, checkout + "/" + to.name().toLowerCase(Locale.ROOT));
    }

    /** What a return of a checkout is known by. */
    public static EventId of(ProgramId program, CheckoutId checkout, Returning returning) {
        return new EventId(program, CHECKOUT, checkout + "/return/" + returning.id());
    }

    public EventId {
        if (source.isEmpty() || source.length() > MAX_LENGTH || id.isEmpty() || id.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("event source and id must have 1-200 characters");
        }
    }
}
