package io.pelleh.rules.guided;

import java.util.List;
import java.util.Map;

/** What stands around a rule, as written, by name; empty is none. Dates are days: from the first, up to but not with the second. */
public record Frame(Map<String, String> written) {

    /** Plain texts. */
    static final List<String> TEXTS =
            List.of("campaign", "lane", "excludes", "onReturn", "exclusive", "limits", "needs");

    /** Whole numbers. */
    static final List<String> NUMBERS = List.of(
            "limit", "limitPerCustomer", "budget", "atMost", "piecesPerLine", "groupsOf", "minPieces", "minTotal");

    /** Everything that can stand there. */
    public static final List<String> NAMES = List.of(
            "campaign",
            "lane",
            "priority",
            "limit",
            "limitPerCustomer",
            "budget",
            "limits",
            "validFrom",
            "validBefore",
            "exclusive",
            "excludes",
            "onReturn",
            "atMost",
            "piecesPerLine",
            "groupsOf",
            "minPieces",
            "minTotal",
            "needs");

    public Frame {
        written = Map.copyOf(written);
    }

    String get(String name) {
        return written.getOrDefault(name, "");
    }
}
