package io.pelleh.api.problem;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Thrown when a request is refused before anything was written. */
public final class Refused extends RuntimeException {

    private final Code code;
    private final transient List<Fault> faults;
    private final transient Consumer<JsonGenerator> more;
    private final int retryAfterSeconds;

    public Refused(Code code, String detail) {
        this(code, detail, List.of());
    }

    public Refused(Code code, String detail, List<Fault> faults) {
        this(code, detail, faults, json -> {});
    }

    /** @param more writes members of this code's own into the problem document */
    public Refused(Code code, String detail, List<Fault> faults, Consumer<JsonGenerator> more) {
        super(detail, null, false, false);
        this.code = code;
        this.faults = List.copyOf(faults);
        this.more = more;
        this.retryAfterSeconds = 0;
    }

    private Refused(Code code, String detail, int retryAfterSeconds) {
        super(detail, null, false, false);
        this.code = code;
        this.faults = List.of();
        this.more = json -> {};
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** Too many requests of a kind: the next makes sense after so many seconds. */
    public static Refused later(String detail, int seconds) {
        return new Refused(Code.RATE_LIMITED, detail, seconds);
    }

    /** A refusal with one fault, whose detail it shares. */
    public static Refused because(Code code, Fault fault) {
        return new Refused(code, fault.detail(), List.of(fault));
    }

    /** A wrong query parameter or header. */
    public static Refused parameter(String name, String detail) {
        return because(Code.INVALID_PARAMETER, new Fault("", "invalid_" + name, detail));
    }

    public Code code() {
        return code;
    }

    Consumer<JsonGenerator> more() {
        return more;
    }

    /** Seconds after which trying again makes sense; 0 where the code says it. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public List<Fault> faults() {
        return faults;
    }
}
