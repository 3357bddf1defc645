package io.pelleh.api.checkout;

import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Instants;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.checkout.Returning.Pieces;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a POST of a return asks for.
 *
 * @param occurredAt when it came back, or null for now
 * @param deadlineMillis how long the caller waits, or null for as long as it takes
 */
record ReturnRequest(
        Returning returning,
        @Nullable Instant occurredAt,
        @Nullable Long deadlineMillis) {

    static final Set<String> MEMBERS = Set.of("returnId", "lines", "shipping", "occurredAt", "deadlineMillis");

    private static final Set<String> LINE = Set.of("line", "sku", "quantity");
    private static final int MAX_TIME = 40;
    private static final int MAX_SKU = 128;
    private static final long MAX_QUANTITY = 1_000_000_000;
    private static final long MAX_DEADLINE_MILLIS = 60_000;

    /** Reads a body, or refuses it with everything that is wrong. */
    static ReturnRequest read(JsonNode tree, Instant now) {
        Faults faults = new Faults();
        Fields body = Fields.of(tree, faults);
        body.only(MEMBERS);
        ReturnRequest request = read(body, now);
        faults.refuseIfAny();
        return request;
    }

    /** Reads the members of a return; the faults tell what is wrong with them. */
    static ReturnRequest read(Fields body, Instant now) {
        String id = body.text("returnId", Returning.MAX_ID);
        List<Pieces> pieces = body.objects("lines", Goods.MAX_LINES, ReturnRequest::pieces);
        Boolean shipping = body.has("shipping") ? body.yes("shipping") : null;
        Instant occurredAt = occurredAt(body, now);
        Long deadline = body.wholeOrNull("deadlineMillis", 1, MAX_DEADLINE_MILLIS);
        if (pieces.isEmpty() && !body.faults().any()) {
            body.fault("lines", "missing", "a return brings back at least one piece");
        }
        return new ReturnRequest(new Returning(id, pieces, shipping), occurredAt, deadline);
    }

    private static @Nullable Instant occurredAt(Fields body, Instant now) {
        String written = body.textOrNull("occurredAt", MAX_TIME);
        if (written == null) {
            return null;
        }
        Instant at = Instants.parse(written).orElse(null);
        if (at == null) {
            body.fault("occurredAt", "invalid_time", "a time like 2026-03-21T08:30:00+03:30 is expected");
        } else if (at.isAfter(now)) {
            body.fault("occurredAt", "time_in_future", "what came back came back before now");
        }
        return at;
    }

    private static @Nullable Pieces pieces(Fields line) {
        line.only(LINE);
        Long index = line.wholeOrNull("line", 0, Goods.MAX_LINES - 1L);
        String sku = line.textOrNull("sku", MAX_SKU);
        long quantity = line.whole("quantity", 1, MAX_QUANTITY);
        if (line.has("line") == line.has("sku")) {
            line.fault("line", "line_or_sku", "either line, its place from 0, or sku says what comes back");
        }
        return line.faults().any() ? null : new Pieces(index == null ? null : index.intValue(), sku, quantity);
    }
}
