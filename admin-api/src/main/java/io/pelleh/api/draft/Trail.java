package io.pelleh.api.draft;

import io.pelleh.api.audit.AuditLog.Done;
import io.pelleh.api.json.Json;
import io.pelleh.engine.program.ProgramId;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Entries of the audit log about drafts. */
record Trail(ProgramId program, String actor) {

    /** A draft before and after a step; null where there was, or is, none. */
    Done step(String action, @Nullable Draft before, @Nullable Draft after) {
        Draft any = after == null ? before : after;
        String detail = text(json -> {
            DraftJson.write(json, "before", before);
            DraftJson.write(json, "after", after);
        });
        return new Done(program, actor, action, "draft/" + (any == null ? "" : any.id()), detail);
    }

    /** A file before and after an edit, by its digests. */
    Done edit(String draft, Change change, @Nullable String before) {
        String detail = text(json -> {
            text(json, "before", before);
            text(json, "after", change.sha());
        });
        return new Done(program, actor, "draft.edited", "draft/" + draft + "/" + change.path(), detail);
    }

    /** A release in force, and the older one whose files came back as a new number. */
    Done rollback(long before, long to, long after) {
        String detail = text(json -> {
            json.writeNumberProperty("before", before);
            json.writeNumberProperty("to", to);
            json.writeNumberProperty("after", after);
        });
        return new Done(program, actor, "release.rolled_back", "release/" + after, detail);
    }

    private static String text(Consumer<JsonGenerator> members) {
        byte[] bytes = Json.write(json -> {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        });
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
