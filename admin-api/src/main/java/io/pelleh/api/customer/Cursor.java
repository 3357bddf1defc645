package io.pelleh.api.customer;

import io.pelleh.api.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page ended, as an opaque word. */
final class Cursor {

    private static final String MARK = "1:";

    private Cursor() {}

    static String of(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + last).getBytes(StandardCharsets.UTF_8));
    }

    /** What the page before ended with; empty for the first page. */
    static String last(@Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw Refused.parameter("cursor", "a cursor is taken as it was given, from the page before");
    }

    /** Page size. */
    static int limit(@Nullable String limit) {
        if (limit == null) {
            return 50;
        }
        if (limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= 500) {
            return Integer.parseInt(limit);
        }
        throw Refused.parameter("limit", "a page has 1 to 500 entries");
    }
}
