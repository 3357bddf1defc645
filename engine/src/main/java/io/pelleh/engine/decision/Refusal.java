package io.pelleh.engine.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promotion that was not granted though its conditions held or its code was given.
 *
 * @param rule the promotion, or {@link Rule#NONE} for a code that belongs to none
 * @param detail the id of the promotion that is in its way; of a code from when or until when that holds; or empty
 * @param coupon the code it was asked for with, or empty
 * @param because its conditions with the values that met them; where a condition does not hold, that one
 * @param distance how much is missing, where one condition does not hold and that can be said; else null
 */
public record Refusal(
        Rule rule,
        Code code,
        String detail,
        String coupon,
        List<Condition.Seen> because,
        @Nullable Distance distance) {

    /** Why. */
    public enum Code {
        /** Another promotion of its lane gave more. */
        GAVE_LESS,
        /** It needs a known customer. */
        PROFILE_REQUIRED,
        /** It is limited per device or address, and the basket tells none. */
        KEY_REQUIRED,
        /** Its uses, in all or for this customer, are spent. */
        LIMIT_REACHED,
        /** It, its campaign or the program was switched off. */
        PAUSED,
        /** Its campaign is for others; the detail says what is lacking. */
        NOT_IN_AUDIENCE,
        /** Its campaign holds this customer out, so that its effect can be measured. */
        HELD_OUT,
        /** Its campaign gives it to another arm; the detail says in which this customer is. */
        OTHER_ARM,
        /** There was nothing left to take off. */
        NOTHING_TO_DISCOUNT,
        /** It is not given together with another that was given. */
        EXCLUDED,
        /** An exclusive promotion keeps all others out. */
        EXCLUSIVE,
        /** A condition does not hold, or no longer for the basket as others left it. */
        CONDITIONS_NOT_MET,
        /** No promotion knows the code. */
        COUPON_NOT_FOUND,
        /** The code does not count yet. */
        COUPON_NOT_YET_VALID,
        /** The code no longer counts. */
        COUPON_EXPIRED,
        /** The code was used as often as it may be. */
        COUPON_USED_UP,
        /** The code is another customer's. */
        COUPON_NOT_YOURS,
        /** The code, or its batch, was blocked. */
        COUPON_BLOCKED,
        /** An open checkout keeps what is left of the code. */
        COUPON_RESERVED,
        /** It hands out a code of a batch that gives none: it is not there, blocked or over; the detail is its name. */
        COUPON_NOT_ISSUED,
        /** The code is sound, and no promotion in force asks for its batch. */
        COUPON_NOT_IN_USE
    }

    public Refusal {
        because = List.copyOf(because);
    }
}
