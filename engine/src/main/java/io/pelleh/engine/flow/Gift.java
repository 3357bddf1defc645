package io.pelleh.engine.flow;

import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Event.Origin;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.program.Program;
import java.time.Instant;

/** Says what an event may bring its customer. */
final class Gift {

    private Gift() {}

    /** Nothing for the past, and nothing for news from before yesterday: the customer no longer waits for it. */
    static Giving of(Program program, Event event, Instant now) {
        if (event.happening() instanceof Happening.CheckoutClosed closed
                && closed.charged() != null
                && event.origin() == Origin.LIVE) {
            return Giving.ALL;
        }
        boolean late =
                program.dayOf(event.occurredAt()).isBefore(program.dayOf(now).minusDays(1));
        if (event.origin() == Origin.HISTORIC || (event.origin() == Origin.LIVE && late)) {
            return Giving.NOTHING;
        }
        return switch (event.happening()) {
            case Happening.CheckoutClosed c -> Giving.ALL;
            case Happening.CartUpdated c -> Giving.OFFERS;
            case Happening.CheckoutReturned r -> Giving.OFFERS;
            case Happening.CheckoutCancelled c -> Giving.NOTHING;
            case Happening.Merged m -> Giving.NOTHING;
            case Happening.Absorbed a -> Giving.NOTHING;
            default -> Giving.AFTER_SALE;
        };
    }
}
