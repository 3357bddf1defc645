package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.CouponCode;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Refusal.Code;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.limit.Limit.Measure;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code of a batch, as it stood when it was read.
 *
 * @param code in its normal form
 * @param customer the only one who may use it, or null for anybody
 * @param blocked it, or its batch, was taken out of use
 * @param from it counts from then
 * @param until it counts no longer
 * @param holdMinutes how long an open checkout keeps a use of it; 0 for not at all
 */
public record CouponOnFile(
        String code,
        String batch,
        @Nullable CustomerId customer,
        boolean blocked,
        Instant from,
        Instant until,
        Uses uses,
        int holdMinutes) {

    /** What the counter of a code is called: this and the code. */
    public static final String COUNTER = "coupons/";

    /** Whether something is taken from the counter of a code. */
    public static boolean counted(Draw draw) {
        return draw.counter().id().startsWith(COUNTER);
    }

    /** Takes all uses of a code that nobody has used; whoever holds one loses it. */
    static Draw withdrawal(Effect.CouponWithdrawn withdrawn) {
        Counter counter = new Counter(COUNTER + CouponCode.normal(withdrawn.code()), "");
        return new Draw("", counter, Measure.USES, withdrawn.uses(), withdrawn.uses());
    }

    /** Whether it takes back a code, whoever holds it. */
    public static boolean withdraws(Draw draw) {
        return draw.promotion().isEmpty() && counted(draw);
    }

    /** What counts its uses. */
    public Counter counter() {
        return new Counter(COUNTER + code, "");
    }

    /** One use of it, by a promotion. */
    Draw use(String promotion) {
        return new Draw(promotion, counter(), Measure.USES, 1, uses.most());
    }

    /** The same, used so often and held by nobody. */
    public CouponOnFile used(long times) {
        Uses then = new Uses(uses.most(), times, 0, Instant.EPOCH);
        return new CouponOnFile(code, batch, customer, blocked, from, until, then, holdMinutes);
    }

    /**
     * Uses of one code.
     *
     * @param most that there may be; {@link Long#MAX_VALUE} for as many as asked
     * @param held kept for other checkouts that are open
     * @param heldUntil the first of them is free again then; {@link Instant#EPOCH} for none
     */
    public record Uses(long most, long used, long held, Instant heldUntil) {

        /** Nobody has used it. */
        public static Uses atMost(long most) {
            return new Uses(most, 0, 0, Instant.EPOCH);
        }
    }

    /** The same, once a decision has given uses of it back. */
    public CouponOnFile after(Decision back) {
        long given = back.draws().stream()
                .filter(draw -> draw.amount() < 0 && draw.counter().id().equals(COUNTER + code))
                .mapToLong(Draw::amount)
                .sum();
        Uses left = new Uses(uses.most(), uses.used() + given, uses.held(), uses.heldUntil());
        return given == 0 ? this : new CouponOnFile(code, batch, customer, blocked, from, until, left, holdMinutes);
    }

    /** Why nobody may use it, whoever it is for. */
    public Optional<Code> flaw(Instant now) {
        return flaw(now, customer);
    }

    /** Why nobody may use it, or not this customer. */
    Optional<Code> flaw(Instant now, @Nullable CustomerId who) {
        if (blocked) {
            return Optional.of(Code.COUPON_BLOCKED);
        }
        if (now.isBefore(from)) {
            return Optional.of(Code.COUPON_NOT_YET_VALID);
        }
        if (!now.isBefore(until)) {
            return Optional.of(Code.COUPON_EXPIRED);
        }
        if (customer != null && !customer.equals(who)) {
            return Optional.of(Code.COUPON_NOT_YOURS);
        }
        if (uses.used() >= uses.most()) {
            return Optional.of(Code.COUPON_USED_UP);
        }
        return uses.held() >= uses.most() - uses.used() ? Optional.of(Code.COUPON_RESERVED) : Optional.empty();
    }

    /** When that ends, or began, as text; empty where nobody knows. */
    String when(Code flaw) {
        return switch (flaw) {
            case COUPON_NOT_YET_VALID -> from.toString();
            case COUPON_EXPIRED -> until.toString();
            case COUPON_RESERVED -> uses.heldUntil().toString();
            default -> "";
        };
    }
}
