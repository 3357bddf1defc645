package io.pelleh.rules.guided;

import java.util.List;
import java.util.Map;

/** What stands around a rule, as written; empty is none. Dates are days: from the first, up to but not with the second. */
public record Frame(
        String campaign,
        String lane,
        String priority,
        String limit,
        String limitPerCustomer,
        String validFrom,
        String validBefore) {

    public static final List<String> NAMES =
            List.of("campaign", "lane", "priority", "limit", "limitPerCustomer", "validFrom", "validBefore");

    /** By the names above. */
    public static Frame of(Map<String, String> written) {
        return new Frame(
                written.getOrDefault("campaign", ""),
                written.getOrDefault("lane", ""),
                written.getOrDefault("priority", ""),
                written.getOrDefault("limit", ""),
                written.getOrDefault("limitPerCustomer", ""),
                written.getOrDefault("validFrom", ""),
                written.getOrDefault("validBefore", ""));
    }
}
