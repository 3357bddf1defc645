package io.pelleh.api.backtest;

import io.pelleh.api.imports.LeftOut;
import io.pelleh.api.imports.PastFiles.Kept;
import io.pelleh.api.imports.PastFiles.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The files of a backtest as JSON. */
final class FilesJson {

    private FilesJson() {}

    /** Member {@code files}: null for the journal. */
    static void write(JsonGenerator json, @Nullable Kept kept) {
        if (kept == null) {
            json.writeNullProperty("files");
            return;
        }
        json.writeObjectPropertyStart("files");
        json.writeStringProperty("source", kept.source());
        json.writeName("mapping");
        json.writeRawValue(kept.mapping());
        json.writeArrayPropertyStart("sent");
        for (Name file : kept.files()) {
            json.writeStartObject();
            json.writeStringProperty("name", file.name());
            json.writeNumberProperty("bytes", file.bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** As it was written. */
    static @Nullable Kept read(JsonNode files) {
        if (!files.isObject()) {
            return null;
        }
        List<Name> sent = new ArrayList<>();
        for (JsonNode file : files.path("sent")) {
            sent.add(new Name(file.path("name").asString(), file.path("bytes").asLong()));
        }
        return new Kept(files.path("mapping").toString(), files.path("source").asString(), sent);
    }

    /** Member {@code rows}: null for the journal. */
    static void rows(JsonGenerator json, @Nullable LeftOut leftOut) {
        if (leftOut == null) {
            json.writeNullProperty("rows");
            return;
        }
        json.writeObjectPropertyStart("rows");
        json.writeNumberProperty("read", leftOut.read());
        json.writeNumberProperty("rejected", leftOut.rejected());
        json.writeArrayPropertyStart("errors");
        for (LeftOut.Row row : leftOut.rows()) {
            json.writeStartObject();
            json.writeStringProperty("file", row.file());
            json.writeNumberProperty("line", row.line());
            json.writeStringProperty("column", row.column());
            json.writeStringProperty("reason", row.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
