package io.pelleh.api.checkout;

import io.pelleh.api.coupon.Guesses;
import io.pelleh.api.coupon.Guesses.Who;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.program.Program;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps codes from being guessed at checkouts. */
@Component
class CodeGuard {

    private final Door door;
    private final Guesses guesses;

    CodeGuard(Door door, Guesses guesses) {
        this.door = door;
        this.guesses = guesses;
    }

    /**
     * Refuses who is locked out.
     *
     * @param caller name of whom the API key was given to
     * @throws Refused with 429
     */
    void admit(Program program, Door.Shown shown, String caller) {
        if (!shown.goods().coupons().isEmpty()) {
            guesses.admit(
                    who(program, shown, caller),
                    () -> !door.codes(program, shown).unnamed(shown.goods()).isEmpty(),
                    () -> !door.codes(program, shown)
                            .unknown(shown.checkout(), shown.goods())
                            .isEmpty());
        }
    }

    /** Counts the codes that a decision did not know; the refusal that is due by now, or null. */
    @Nullable
    Refused count(Program program, Door.Shown shown, String caller, Decision decision) {
        if (shown.goods().coupons().isEmpty()) {
            return null;
        }
        Set<String> unknown = decision.refusals().stream()
                .filter(refusal -> refusal.code() == Refusal.Code.COUPON_NOT_FOUND)
                .map(Refusal::coupon)
                .collect(Collectors.toSet());
        return guesses.count(who(program, shown, caller), unknown);
    }

    private static Who who(Program program, Door.Shown shown, String caller) {
        return new Who(
                program.id(),
                caller,
                customer(shown.subject()),
                shown.goods().keys().device());
    }

    private static @Nullable String customer(Subject subject) {
        CustomerId id = subject.customer();
        if (id != null) {
            return id.value();
        }
        return subject.aliases().isEmpty() ? null : subject.aliases().getFirst().value();
    }
}
