package io.pelleh.api.problem;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Problems as JSON. */
public final class ProblemJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ProblemJson() {}

    /** The whole document. */
    static byte[] document(Problem problem, String instance, String requestId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("instance", instance);
            json.writeStringProperty("requestId", requestId);
            members(json, problem);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** The members that say what is wrong, inside an object that is already open. */
    public static void members(JsonGenerator json, Problem problem) {
        Code code = problem.code();
        json.writeStringProperty("type", "urn:pelleh:problem:" + code.word());
        json.writeStringProperty("title", code.title());
        json.writeNumberProperty("status", code.status());
        json.writeStringProperty("code", code.word());
        json.writeStringProperty("detail", problem.detail());
        json.writeArrayPropertyStart("errors");
        for (Fault fault : problem.faults()) {
            json.writeStartObject();
            json.writeStringProperty("pointer", fault.pointer());
            json.writeStringProperty("code", fault.code());
            json.writeStringProperty("detail", fault.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
        problem.more().accept(json);
    }
}
