package io.pelleh.api.coupon;

import io.pelleh.api.problem.Refused;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Reads where a page begins and how long it is, and writes where the next one begins. */
final class Pages {

    private static final int USUAL = 100;
    private static final int MAX = 1_000;

    private Pages() {}

    static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        if (limit.matches("[1-9][0-9]{0,3}") && Integer.parseInt(limit) <= MAX) {
            return Integer.parseInt(limit);
        }
        throw Refused.parameter("limit", "a page has 1 to " + MAX + " entries");
    }

    /** The place of a code in its batch, behind which a page begins. */
    static long place(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (cursor.matches("[0-9]{1,18}")) {
            return Long.parseLong(cursor);
        }
        throw Refused.parameter("cursor", "a cursor is taken as it was given, from the page before");
    }

    static <T> void next(JsonGenerator json, List<T> page, int limit, Function<T, String> cursor) {
        if (page.size() < limit) {
            json.writeNullProperty("nextCursor");
        } else {
            json.writeStringProperty("nextCursor", cursor.apply(page.getLast()));
        }
    }
}
