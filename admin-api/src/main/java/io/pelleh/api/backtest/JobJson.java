package io.pelleh.api.backtest;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A backtest as JSON. */
final class JobJson {

    private JobJson() {}

    static void write(JsonGenerator json, Job job) {
        json.writeStartObject();
        json.writeStringProperty("id", job.id());
        json.writeStringProperty("state", job.state().name().toLowerCase(Locale.ROOT));
        job.request().members(json);
        json.writeObjectPropertyStart("progress");
        json.writeNumberProperty("rowsRead", job.pace().rows());
        json.writeNumberProperty("customers", job.pace().customers());
        json.writeNumberProperty("done", job.pace().done());
        json.writeNumberProperty("pass", job.pace().pass());
        json.writeNumberProperty("customersPerSecond", Math.round(job.pace().rate()));
        if (job.state() == Job.State.RUNNING && job.pace().etaSeconds() >= 0) {
            json.writeNumberProperty("etaSeconds", job.pace().etaSeconds());
        } else {
            json.writeNullProperty("etaSeconds");
        }
        json.writeEndObject();
        json.writeStringProperty("startedBy", job.times().startedBy());
        json.writeStringProperty("createdAt", job.times().createdAt().toString());
        Instant finished = job.times().finishedAt();
        text(json, "finishedAt", finished == null ? null : finished.toString());
        text(json, "problem", job.problem());
        json.writeName("result");
        json.writeRawValue(job.result() == null ? "null" : job.result());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }
}
