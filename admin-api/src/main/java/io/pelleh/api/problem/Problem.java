package io.pelleh.api.problem;

import io.pelleh.engine.checkout.ReturnRefused;
import io.pelleh.engine.decision.AmountTooLarge;
import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.engine.flow.CheckoutMoveForbidden;
import io.pelleh.engine.flow.EventConflict;
import io.pelleh.engine.flow.JournalUnavailable;
import io.pelleh.engine.flow.StillDeciding;
import io.pelleh.engine.program.ProgramNotFound;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * What a caller is told about a refusal.
 *
 * @param more writes the members that only this code has
 * @param retryAfterSeconds after which trying again makes sense, or 0
 */
public record Problem(
        Code code, String detail, List<Fault> faults, Consumer<JsonGenerator> more, int retryAfterSeconds) {

    static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        faults = List.copyOf(faults);
    }

    private Problem(Code code, String detail, List<Fault> faults) {
        this(code, detail, faults, json -> {}, usual(code));
    }

    static Problem of(Code code, String detail) {
        return new Problem(code, detail, List.of());
    }

    /** What an exception means to the caller; anything unknown is {@link Code#INTERNAL}, without detail. */
    public static Problem of(Throwable thrown) {
        return switch (thrown) {
            case Refused e ->
                new Problem(e.code(), text(e), e.faults(), e.more(), Math.max(e.retryAfterSeconds(), usual(e.code())));
            case EventConflict e -> of(Code.EVENT_CONFLICT, text(e));
            case StillDeciding e -> of(Code.STILL_DECIDING, text(e));
            case CheckoutMoveForbidden e -> of(Code.CHECKOUT_MOVE_FORBIDDEN, text(e));
            case ReturnRefused e -> new Problem(Code.RETURN_REFUSED, text(e), ReturnFaults.of(e));
            case JournalUnavailable e -> of(Code.UNAVAILABLE, "the journal cannot be reached; repeat the same request");
            case ProgramNotFound e -> of(Code.PROGRAM_NOT_FOUND, text(e));
            case AmountTooLarge e ->
                new Problem(Code.INVALID, text(e), List.of(new Fault("", "amount_too_large", text(e))));
            case EvaluationFailed e -> of(Code.INTERNAL, "the rules could not be evaluated; nothing was written");
            default -> of(Code.INTERNAL, "nothing more is known to the outside; give the request id to the operator");
        };
    }

    private static String text(Throwable e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }

    private static int usual(Code code) {
        return switch (code) {
            case STILL_DECIDING, DEADLINE_EXCEEDED, RATE_LIMITED, UNAVAILABLE -> 1;
            default -> 0;
        };
    }
}
