package io.pelleh.api.coupon;

import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Instants;
import io.pelleh.engine.checkout.CouponCode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of {@code POST /v1/coupon-batches}.
 *
 * @param pattern of the codes; of a given code, that code
 * @param count how many; 0 where rules hand them out
 * @param customers whose the codes are, one for each; none for anybody's
 */
record BatchRequest(String name, String pattern, boolean given, int count, Batch.Use use, List<String> customers) {

    private static final Set<String> MEMBERS = Set.of(
            "name",
            "code",
            "pattern",
            "count",
            "issued",
            "maxUses",
            "validFrom",
            "validUntil",
            "customers",
            "holdMinutes");
    private static final int MAX_NAME = 60;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0," + (MAX_NAME - 1) + "}");
    private static final int MAX_CUSTOMER = 128;
    private static final int MAX_TIME = 40;
    private static final long MAX_USES = 1_000_000_000;
    private static final long MAX_HOLD_MINUTES = 7 * 24 * 60;

    /** Whether a batch may be called so. */
    static boolean named(String name) {
        return NAME.matcher(name).matches();
    }

    /** @throws io.pelleh.api.problem.Refused with everything that is wrong */
    static BatchRequest read(JsonNode tree) {
        Faults faults = new Faults();
        Fields body = Fields.of(tree, faults);
        body.only(MEMBERS);
        String name = body.text("name", MAX_NAME);
        if (!name.isEmpty() && !named(name)) {
            body.fault("name", "bad_name", "a batch is named like spring-2026, with a-z, 0-9, dots and dashes");
        }
        List<String> customers = customers(body);
        String code = body.textOrNull("code", CodePattern.MAX_LENGTH);
        BatchRequest request = code == null
                ? new BatchRequest(name, pattern(body), false, count(body, customers), use(body, 1L), customers)
                : new BatchRequest(name, given(body, code), true, 1, use(body, null), customers);
        if (code == null && !faults.any()) {
            CodePattern.flaw(request.pattern(), request.count() == 0 ? Batch.MAX_CODES : request.count())
                    .ifPresent(flaw -> body.fault("pattern", "bad_pattern", flaw));
        }
        faults.refuseIfAny();
        return request;
    }

    private static String pattern(Fields body) {
        return body.text("pattern", CodePattern.MAX_LENGTH).toUpperCase(Locale.ROOT);
    }

    private static String given(Fields body, String code) {
        String normal = CouponCode.normal(code);
        if (normal.isEmpty() || normal.length() > CodePattern.MAX_LENGTH) {
            body.fault("code", "wrong_length", "a code has 1 to 64 characters, blanks and dashes not counted");
        }
        for (String other : List.of("pattern", "count", "customers", "issued")) {
            if (body.has(other)) {
                body.fault(other, "unexpected", "a batch of one given code has no " + other);
            }
        }
        return code;
    }

    private static int count(Fields body, List<String> customers) {
        if (body.has("issued")) {
            return issued(body);
        }
        if (customers.isEmpty()) {
            return (int) body.whole("count", 1, Batch.MAX_CODES);
        }
        Long count = body.wholeOrNull("count", 1, Batch.MAX_CODES);
        if (count != null && count != customers.size()) {
            body.fault("count", "out_of_range", "each of the " + customers.size() + " customers gets one code");
        }
        return customers.size();
    }

    /** Rules hand the codes out: there is none yet. */
    private static int issued(Fields body) {
        if (!body.yes("issued")) {
            body.fault("issued", "out_of_range", "issued is true, or left out");
        }
        for (String other : List.of("count", "customers")) {
            if (body.has(other)) {
                body.fault(other, "unexpected", "a batch whose codes rules hand out has no " + other);
            }
        }
        return 0;
    }

    private static List<String> customers(Fields body) {
        List<String> customers = body.texts("customers", Batch.MAX_CUSTOMERS, MAX_CUSTOMER);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < customers.size(); i++) {
            if (!seen.add(customers.get(i))) {
                body.fault("customers", "twice", "customer " + i + " stands there twice");
            }
        }
        return customers;
    }

    /** @param usual uses of each code where nothing is said; null for as many as asked */
    private static Batch.Use use(Fields body, @Nullable Long usual) {
        Long uses = body.wholeOrNull("maxUses", 1, MAX_USES);
        Long hold = body.wholeOrNull("holdMinutes", 0, MAX_HOLD_MINUTES);
        Instant from = instant(body, "validFrom");
        Instant until = instant(body, "validUntil");
        if (from != null && until != null && !from.isBefore(until)) {
            body.fault("validUntil", "out_of_range", "validUntil comes after validFrom");
        }
        return new Batch.Use(uses == null ? usual : uses, from, until, hold == null ? 0 : hold.intValue(), null);
    }

    private static @Nullable Instant instant(Fields body, String name) {
        String written = body.textOrNull(name, MAX_TIME);
        Instant at = written == null ? null : Instants.parse(written).orElse(null);
        if (written != null && at == null) {
            body.fault(name, "invalid_time", "a time like 2026-03-21T08:30:00+03:30 is expected");
        }
        return at;
    }
}
