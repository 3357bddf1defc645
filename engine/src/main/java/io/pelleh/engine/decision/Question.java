package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision depends on: the same question always gets the same answer.
 *
 * @param before the customer's state, unseen for a guest
 * @param guest nobody known: nothing per customer is granted
 * @param giving what may be given for this event
 */
public record Question(
        Program program,
        CustomerState before,
        boolean guest,
        Event event,
        Inputs inputs,
        RuleSet rules,
        Instant now,
        Giving giving) {

    /** What an event may bring its customer. */
    public enum Giving {
        /** A checkout: everything. */
        ALL,
        /** An order that is already priced: points, offers and messages. */
        AFTER_SALE,
        /** A basket that is only shown: offers and messages. */
        OFFERS,
        /** The past, for a shop that wants points for it: points. */
        POINTS,
        /** The past: nothing. */
        NOTHING
    }

    /** The same question, once counters have refused some promotions. */
    public Question without(Inputs fewer) {
        return new Question(program, before, guest, event, fewer, rules, now, giving);
    }

    /** The same question, with something else to be given. */
    Question giving(Giving other) {
        return new Question(program, before, guest, event, inputs, rules, now, other);
    }

    /** The goods this event is about, or null. */
    @Nullable
    Goods goods() {
        return switch (event.happening()) {
            case Happening.CheckoutClosed closed -> closed.goods();
            case Happening.OrderPlaced placed -> placed.goods();
            case Happening.OrderPaid paid -> paid.goods();
            case Happening.CartUpdated cart -> cart.goods();
            default -> null;
        };
    }
}
