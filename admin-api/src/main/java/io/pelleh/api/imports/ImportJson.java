package io.pelleh.api.imports;

import io.pelleh.api.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Imports as JSON. */
final class ImportJson {

    private ImportJson() {}

    static void members(JsonGenerator json, Job job) {
        json.writeStringProperty("id", job.id());
        json.writeStringProperty("kind", job.plan().mapping().kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("source", job.plan().source());
        json.writeStringProperty("state", job.state().name().toLowerCase(Locale.ROOT));
        json.writeArrayPropertyStart("files");
        job.plan().files().forEach(file -> file(json, file));
        json.writeEndArray();
        json.writeNumberProperty("rowsRead", job.counts().read());
        json.writeNumberProperty("accepted", job.counts().accepted());
        json.writeNumberProperty("rejected", job.counts().rejected());
        json.writeNumberProperty("applied", job.counts().applied());
        json.writeNumberProperty("bytes", job.plan().bytes());
        json.writeNumberProperty("bytesRead", job.place().bytes());
        json.writeNumberProperty("rowsPerSecond", Math.round(job.pace().rate()));
        if (job.etaSeconds() < 0) {
            json.writeNullProperty("etaSeconds");
        } else {
            json.writeNumberProperty("etaSeconds", job.etaSeconds());
        }
        json.writeStringProperty("startedBy", job.plan().startedBy());
        json.writeStringProperty("startedAt", job.pace().startedAt().toString());
        orNull(json, "finishedAt", job.pace().finishedAt());
        orNull(json, "problem", job.problem());
    }

    private static void orNull(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value instanceof Instant at ? at.toString() : value.toString());
        }
    }

    static String files(List<Job.Upload> files) {
        byte[] json = Json.write(array -> {
            array.writeStartArray();
            files.forEach(file -> file(array, file));
            array.writeEndArray();
        });
        return new String(json, StandardCharsets.UTF_8);
    }

    private static void file(JsonGenerator json, Job.Upload file) {
        json.writeStartObject();
        json.writeStringProperty("name", file.name());
        json.writeNumberProperty("bytes", file.bytes());
        json.writeEndObject();
    }

    static List<Job.Upload> files(String json) {
        List<Job.Upload> files = new ArrayList<>();
        for (JsonNode file : Json.read(json.getBytes(StandardCharsets.UTF_8))) {
            files.add(new Job.Upload(
                    file.get("name").asString(), file.get("bytes").asLong()));
        }
        return files;
    }
}
