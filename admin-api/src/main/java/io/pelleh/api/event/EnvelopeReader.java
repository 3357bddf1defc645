package io.pelleh.api.event;

import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Refused;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads CloudEvents 1.0 in their JSON format (structured mode). */
final class EnvelopeReader {

    static final int MAX_ID = 200;
    private static final int MAX_TEXT = 200;
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9]+");
    private static final Pattern JSON_TYPE =
            Pattern.compile("[a-z0-9.+-]+/([a-z0-9.+-]+\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> KNOWN = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "data",
            "data_base64");

    private EnvelopeReader() {}

    /**
     * Reads one event.
     *
     * @param pointer where it stands in the body
     * @throws Refused with everything that is wrong about its attributes
     */
    static Envelope read(JsonNode event, String pointer) {
        Faults faults = new Faults();
        Fields fields = new Fields(event, pointer, faults);
        specversion(fields);
        extensions(event, fields);
        String contentType = fields.textOrNull("datacontenttype", MAX_TEXT);
        if (contentType != null && !JSON_TYPE.matcher(contentType).matches()) {
            fields.fault("datacontenttype", "unsupported_content", "the data of an event is JSON");
        }
        Envelope envelope = new Envelope(
                fields.text("id", MAX_ID),
                fields.text("source", MAX_TEXT),
                fields.text("type", MAX_TEXT),
                fields.textOrNull("subject", MAX_TEXT),
                fields.textOrNull("time", MAX_TEXT),
                data(event, fields),
                pointer,
                event.has("data_base64") ? pointer + "/data_base64" : pointer + "/data");
        faults.refuseIfAny();
        return envelope;
    }

    private static void specversion(Fields fields) {
        String version = fields.text("specversion", MAX_TEXT);
        if (!version.isEmpty() && !version.equals("1.0")) {
            fields.fault("specversion", "unknown_value", "the version is 1.0");
        }
    }

    /** Extension attributes are allowed and not kept. */
    private static void extensions(JsonNode event, Fields fields) {
        for (Map.Entry<String, JsonNode> member : event.properties()) {
            boolean known = KNOWN.contains(member.getKey());
            if (!known && !ATTRIBUTE.matcher(member.getKey()).matches()) {
                fields.fault(member.getKey(), "bad_name", "an attribute is named in lower-case letters and digits");
            } else if (!known && member.getValue().isContainer()) {
                fields.fault(member.getKey(), "wrong_type", "an attribute is a text, a number or a boolean");
            }
        }
    }

    private static @Nullable JsonNode data(JsonNode event, Fields fields) {
        JsonNode data = event.get("data");
        JsonNode encoded = event.get("data_base64");
        if (encoded == null || encoded.isNull()) {
            return data == null || data.isNull() ? null : data;
        }
        if (data != null) {
            fields.fault("data_base64", "one_of", "an event has data or data_base64, not both");
            return null;
        }
        return decoded(encoded, fields);
    }

    private static @Nullable JsonNode decoded(JsonNode encoded, Fields fields) {
        try {
            return Json.read(Base64.getDecoder().decode(encoded.asString("")));
        } catch (IllegalArgumentException e) {
            fields.fault("data_base64", "not_base64", "this is not Base64");
        } catch (Refused e) {
            fields.fault("data_base64", "not_json", "the encoded data is not acceptable JSON");
        }
        return null;
    }
}
