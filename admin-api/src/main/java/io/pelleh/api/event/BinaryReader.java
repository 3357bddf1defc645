package io.pelleh.api.event;

import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a CloudEvent whose attributes are headers and whose data is the body (binary mode). */
final class BinaryReader {

    private static final int MAX_LENGTH = 200;

    private BinaryReader() {}

    static Envelope read(HttpServletRequest request, byte[] body) {
        Faults faults = new Faults();
        if (!"1.0".equals(text(request, "specversion", faults))) {
            faults.add("", "unknown_value", "the header ce-specversion is 1.0");
        }
        JsonNode data = body.length == 0 ? null : Json.read(body);
        Envelope envelope = new Envelope(
                required(request, "id", faults),
                required(request, "source", faults),
                required(request, "type", faults),
                text(request, "subject", faults),
                text(request, "time", faults),
                data,
                "",
                "");
        faults.refuseIfAny();
        return envelope;
    }

    private static String required(HttpServletRequest request, String name, Faults faults) {
        String text = text(request, name, faults);
        if (text == null) {
            faults.add("", "missing", "the header ce-" + name + " is missing");
        }
        return text == null ? "" : text;
    }

    /** Headers carry anything beyond ASCII percent-encoded. */
    private static @Nullable String text(HttpServletRequest request, String name, Faults faults) {
        String raw = request.getHeader("ce-" + name);
        if (raw == null) {
            return null;
        }
        String text = decoded(raw);
        if (text == null
                || text.length() > MAX_LENGTH
                || text.isEmpty()
                || !text.strip().equals(text)) {
            faults.add("", "wrong_length", "the header ce-" + name + " has 1 to 200 characters");
            return null;
        }
        return text;
    }

    private static @Nullable String decoded(String raw) {
        try {
            String text = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
            return text.chars().anyMatch(c -> c < ' ' || c == '\uFFFD') ? null : text;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
