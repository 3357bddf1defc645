package io.pelleh.api.coupon;

import io.pelleh.engine.decision.CouponOnFile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Batches and codes as JSON. */
final class CouponJson {

    private CouponJson() {}

    static void batch(JsonGenerator json, Batch batch) {
        Batch.Making making = batch.making();
        Batch.Progress progress = batch.progress();
        json.writeStartObject();
        json.writeStringProperty("name", batch.name());
        json.writeStringProperty("state", progress.state().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty(making.given() ? "code" : "pattern", making.pattern());
        json.writeBooleanProperty("personal", making.personal());
        json.writeBooleanProperty("issued", making.issued());
        json.writeNumberProperty("count", making.count());
        json.writeNumberProperty("done", progress.done());
        json.writeNumberProperty("codesPerSecond", Math.round(progress.rate()));
        number(json, "etaSeconds", batch.etaSeconds() < 0 ? null : batch.etaSeconds());
        use(json, batch.use());
        json.writeStringProperty("startedBy", making.startedBy());
        text(json, "startedAt", progress.startedAt());
        text(json, "finishedAt", progress.finishedAt());
        text(json, "problem", progress.problem());
        json.writeEndObject();
    }

    private static void use(JsonGenerator json, Batch.Use use) {
        number(json, "maxUses", use.maxUses());
        text(json, "validFrom", use.from());
        text(json, "validUntil", use.until());
        json.writeNumberProperty("holdMinutes", use.holdMinutes());
        text(json, "blockedAt", use.blockedAt());
    }

    /** A code as it stands in the list of its batch. */
    static void code(JsonGenerator json, Batch batch, Codes.Code code) {
        json.writeStartObject();
        members(json, batch, code);
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, Batch batch, Codes.Code code) {
        json.writeStringProperty("code", batch.making().codes().shown(code.code()));
        text(json, "customerId", code.customer());
        json.writeNumberProperty("uses", code.used());
        text(json, "blockedAt", code.blockedAt());
    }

    /** One code by itself: its state, its batch, and what open checkouts hold of it. */
    static void found(JsonGenerator json, Codes.Found found, Instant now) {
        Batch batch = found.batch();
        List<Codes.Held> held =
                found.held().stream().filter(hold -> hold.until().isAfter(now)).toList();
        json.writeStartObject();
        members(json, batch, found.code());
        json.writeStringProperty("state", state(found, held.size(), now));
        json.writeStringProperty("batch", batch.name());
        number(json, "maxUses", batch.use().maxUses());
        text(json, "validFrom", batch.use().from());
        text(json, "validUntil", until(found));
        text(json, "issuedBy", found.code().issue().by());
        text(json, "withdrawnAt", found.code().issue().withdrawnAt());
        json.writeArrayPropertyStart("held");
        for (Codes.Held hold : held) {
            json.writeStartObject();
            json.writeStringProperty("checkoutId", hold.checkout());
            text(json, "until", hold.until());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** When it ends, itself or with its batch. */
    private static @Nullable Instant until(Codes.Found found) {
        Instant batch = found.batch().use().until();
        Instant own = found.code().issue().until();
        return own == null || (batch != null && batch.isBefore(own)) ? batch : own;
    }

    private static String state(Codes.Found found, int held, Instant now) {
        Batch.Use use = found.batch().use();
        Codes.Code code = found.code();
        Instant until = until(found);
        CouponOnFile file = new CouponOnFile(
                code.code(),
                found.batch().name(),
                null,
                code.blockedAt() != null || code.issue().withdrawnAt() != null || use.blockedAt() != null,
                use.from() == null ? Instant.EPOCH : use.from(),
                until == null ? Instant.MAX : until,
                new CouponOnFile.Uses(
                        use.maxUses() == null ? Long.MAX_VALUE : use.maxUses(), code.used(), held, Instant.EPOCH),
                use.holdMinutes());
        return file.flaw(now).map(flaw -> flaw.name().toLowerCase(Locale.ROOT)).orElse("usable");
    }

    private static void number(JsonGenerator json, String name, @Nullable Long value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }
}
