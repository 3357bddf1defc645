package io.pelleh.api.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Drafts as JSON. */
final class DraftJson {

    private DraftJson() {}

    /** A draft as a member of an object; null where there is none. */
    static void write(JsonGenerator json, String name, @Nullable Draft draft) {
        if (draft == null) {
            json.writeNullProperty(name);
        } else {
            json.writeObjectPropertyStart(name);
            members(json, draft);
            json.writeEndObject();
        }
    }

    static void members(JsonGenerator json, Draft draft) {
        json.writeStringProperty("id", draft.id());
        json.writeStringProperty("title", draft.title());
        json.writeStringProperty("state", draft.state().word());
        json.writeNumberProperty("revision", draft.revision());
        json.writeNumberProperty("base", draft.base());
        json.writeStringProperty("author", draft.people().author());
        text(json, "submitter", draft.people().submitter());
        text(json, "approver", draft.people().approver());
        text(json, "publishAt", draft.plan().publishAt());
        Integer share = draft.plan().canaryShare();
        if (share == null) {
            json.writeNullProperty("canaryPercent");
        } else {
            json.writeNumberProperty("canaryPercent", share / 100.0);
        }
        Long release = draft.plan().release();
        if (release == null) {
            json.writeNullProperty("release");
        } else {
            json.writeNumberProperty("release", release);
        }
        text(json, "reason", draft.plan().reason());
        json.writeStringProperty("changedAt", draft.changedAt().toString());
    }

    static void changes(JsonGenerator json, List<Change> changes) {
        json.writeArrayPropertyStart("changes");
        for (Change change : changes) {
            json.writeStartObject();
            json.writeStringProperty("path", change.path());
            json.writeStringProperty("change", kind(change));
            text(json, "etag", change.sha());
            json.writeStringProperty("by", change.by());
            json.writeStringProperty("at", change.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String kind(Change change) {
        if (change.content() == null) {
            return "removed";
        }
        return change.base() == null ? "added" : "changed";
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }
}
