package io.pelleh.api.backtest;

import io.pelleh.api.imports.PastFiles.Kept;
import io.pelleh.api.journal.Histories.Period;
import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Instants;
import io.pelleh.api.json.Json;
import io.pelleh.api.simulate.RuleChoice;
import io.pelleh.api.simulate.RuleSource.Chosen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * What a backtest is asked to compare.
 *
 * @param files the past it is compared on; null for the journal
 */
record Request(
        RuleChoice before,
        RuleChoice after,
        Period period,
        Assumptions assumptions,
        @Nullable Kept files) {

    private static final Set<String> MEMBERS = Set.of("before", "after", "from", "to", "assumptions");
    private static final Set<String> ASSUMPTIONS = Set.of("shipping", "leaveOut");
    private static final long MAX_SHIPPING = 1_000_000_000_000L;
    private static final int MAX_PREFIXES = 20;
    private static final int MAX_TEXT = 40;

    /** Reads a body; {@code to} is {@code now} where it says nothing, and never later. */
    static Request read(JsonNode tree, Instant now) {
        Faults faults = new Faults();
        Fields body = Fields.of(tree, faults);
        body.only(MEMBERS);
        RuleChoice before = RuleChoice.read(body, "before");
        RuleChoice after = RuleChoice.read(body, "after");
        Instant from = instant(body, "from", Instant.EPOCH);
        Instant to = instant(body, "to", now);
        if (!faults.any() && !from.isBefore(to)) {
            body.fault("to", "out_of_range", "the period must end after it began");
        }
        Assumptions assumptions = assumptions(body.object("assumptions"));
        faults.refuseIfAny();
        return new Request(before, after, new Period(from, to.isAfter(now) ? now : to), assumptions, null);
    }

    /** The same on files that were sent along. */
    Request on(Kept kept) {
        return new Request(before, after, period, assumptions, kept);
    }

    private static Instant instant(Fields body, String name, Instant otherwise) {
        String text = body.textOrNull(name, MAX_TEXT);
        if (text == null) {
            return otherwise;
        }
        return Instants.parse(text).orElseGet(() -> {
            body.fault(name, "invalid_time", "an instant like 2026-03-21T00:00:00Z is expected here");
            return otherwise;
        });
    }

    private static Assumptions assumptions(@Nullable Fields fields) {
        if (fields == null) {
            return Assumptions.NONE;
        }
        fields.only(ASSUMPTIONS);
        Long shipping = fields.wholeOrNull("shipping", 0, MAX_SHIPPING);
        return new Assumptions(shipping == null ? 0 : shipping, fields.texts("leaveOut", MAX_PREFIXES, MAX_TEXT));
    }

    /** The same with the numbers of the releases that were found. */
    Request of(Chosen first, Chosen second) {
        return new Request(named(before, first), named(after, second), period, assumptions, files);
    }

    private static RuleChoice named(RuleChoice choice, Chosen chosen) {
        return choice.draft() != null ? choice : new RuleChoice(chosen.release(), null);
    }

    void members(JsonGenerator json) {
        before.write(json, "before");
        after.write(json, "after");
        json.writeStringProperty("from", period.from().toString());
        json.writeStringProperty("to", period.to().toString());
        json.writeObjectPropertyStart("assumptions");
        json.writeNumberProperty("shipping", assumptions.shipping());
        json.writeArrayPropertyStart("leaveOut");
        assumptions.leaveOut().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
        FilesJson.write(json, files);
    }

    /** As it is kept. */
    String text() {
        byte[] bytes = Json.write(json -> {
            json.writeStartObject();
            members(json);
            json.writeEndObject();
        });
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** As it was kept. */
    static Request kept(String text) {
        JsonNode tree = Json.read(text.getBytes(StandardCharsets.UTF_8));
        Fields body = Fields.of(tree, new Faults());
        return new Request(
                RuleChoice.read(body, "before"),
                RuleChoice.read(body, "after"),
                new Period(instant(body, "from", Instant.EPOCH), instant(body, "to", Instant.EPOCH)),
                assumptions(body.object("assumptions")),
                FilesJson.read(tree.path("files")));
    }
}
