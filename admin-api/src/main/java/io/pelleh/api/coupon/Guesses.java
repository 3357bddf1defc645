package io.pelleh.api.coupon;

import io.micrometer.core.instrument.MeterRegistry;
import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.coupon.GuessCounts.Bounds;
import io.pelleh.api.coupon.GuessCounts.Verdict;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.program.ProgramId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Locks out who tries codes. A customer, or a device, that is locked out gets no code looked up, so that no answer tells a
 * good guess from a bad one; where an API key as a whole is, only codes that nobody knows are refused.
 *
 * <p>A node that did not see the lock-out come finds out at the first code it does not know.
 */
public final class Guesses {

    private static final int MAX_KNOWN = 100_000;

    private final GuessCounts counts;
    private final Limits limits;
    private final AuditLog audit;
    private final MeterRegistry meters;
    private final Map<String, Long> locked = new ConcurrentHashMap<>();

    /** How many different unknown codes each may give; guests without a device key share one count for their API key. */
    public record Limits(Bounds customer, Bounds device, Bounds guests, Bounds key) {}

    /**
     * Who gives codes.
     *
     * @param key name of whom the API key was given to
     * @param customer null for a guest
     * @param device the shop's key of the device, or empty
     */
    public record Who(
            ProgramId program, String key, @Nullable String customer, String device) {

        private List<String> persons() {
            List<String> persons = new ArrayList<>();
            if (customer != null) {
                persons.add(named("customer", customer));
            }
            if (!device.isEmpty()) {
                persons.add(named("device", device));
            }
            return persons.isEmpty() ? List.of(named("guests", key)) : persons;
        }

        private String caller() {
            return named("key", key);
        }

        private String named(String kind, String name) {
            return program.value() + ":" + kind + ":" + name;
        }
    }

    public Guesses(GuessCounts counts, Limits limits, AuditLog audit, MeterRegistry meters) {
        this.counts = counts;
        this.limits = limits;
        this.audit = audit;
        this.meters = meters;
    }

    /**
     * Refuses who is locked out, before anything is looked up.
     *
     * @param looksUp whether there is a code that only a batch may know
     * @param unknown whether there is a code that nobody knows
     * @throws Refused with 429
     */
    public void admit(Who who, BooleanSupplier looksUp, BooleanSupplier unknown) {
        if (locked.isEmpty()) {
            return;
        }
        long seconds = who.persons().stream().mapToLong(this::left).max().orElse(0);
        if (seconds > 0 && looksUp.getAsBoolean()) {
            throw tooMany(seconds);
        }
        long caller = left(who.caller());
        if (caller > 0 && unknown.getAsBoolean()) {
            throw tooMany(caller);
        }
    }

    private long left(String name) {
        Long until = locked.get(name);
        if (until == null) {
            return 0;
        }
        long nanos = until - System.nanoTime();
        if (nanos <= 0) {
            locked.remove(name, until);
            return 0;
        }
        return Math.max(1, Duration.ofNanos(nanos).toSeconds());
    }

    /** Counts codes that nobody knows; the refusal that is due by now, or null. */
    public @Nullable Refused count(Who who, Set<String> unknown) {
        if (unknown.isEmpty()) {
            return null;
        }
        meters.counter("pelleh.coupons.unknown").increment(unknown.size());
        long seconds = 0;
        for (String person : who.persons()) {
            seconds = Math.max(seconds, count(who, person, unknown));
        }
        seconds = Math.max(seconds, count(who, who.caller(), unknown));
        return seconds > 0 ? tooMany(seconds) : null;
    }

    private long count(Who who, String name, Set<String> unknown) {
        String kind = name.split(":", 3)[1];
        Bounds bounds = switch (kind) {
            case "customer" -> limits.customer();
            case "device" -> limits.device();
            case "guests" -> limits.guests();
            default -> limits.key();
        };
        Verdict verdict = counts.count(name, unknown, bounds);
        if (verdict.seconds() > 0) {
            if (locked.size() >= MAX_KNOWN) {
                locked.clear();
            }
            locked.put(
                    name,
                    System.nanoTime() + Duration.ofSeconds(verdict.seconds()).toNanos());
        }
        if (verdict.fresh()) {
            meters.counter("pelleh.coupons.lockouts", "of", kind).increment();
            String subject = name.substring(who.program().value().length() + 1).replaceFirst(":", "/");
            String detail = "{\"seconds\": " + verdict.seconds() + "}";
            audit.add(new AuditLog.Done(who.program(), who.key(), "coupons.locked_out", subject, detail));
        }
        return verdict.seconds();
    }

    private static Refused tooMany(long seconds) {
        return Refused.later("too many codes that nobody knows; come back later, or without codes", (int)
                Math.min(seconds, Integer.MAX_VALUE));
    }
}
