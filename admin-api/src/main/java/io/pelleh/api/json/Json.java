package io.pelleh.api.json;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON strictly and within limits, and writes it. */
public final class Json {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 40;
    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_TOKENS = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .maxNameLength(MAX_NAME_LENGTH)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /**
     * Reads one UTF-8 document.
     *
     * @throws Refused when it is not JSON, holds a key twice, passes a limit, or holds text or numbers nobody can keep
     */
    public static JsonNode read(byte[] body) {
        if (body.length == 0) {
            throw malformed("", "empty", "the body is empty");
        }
        if (body[0] == 0 || (body.length > 1 && body[1] == 0) || (body[0] & 0xFF) >= 0xFE) {
            throw malformed("", "not_utf8", "the body must be UTF-8");
        }
        try (JsonParser parser = MAPPER.createParser(body)) {
            return read(parser);
        }
    }

    private static JsonNode read(JsonParser parser) {
        try {
            JsonNode tree = MAPPER.readTree(parser);
            if (parser.nextToken() != null) {
                throw malformed("", "trailing_content", "there is more after the end of the JSON value");
            }
            Sanity.check(tree);
            return tree;
        } catch (JacksonException e) {
            String pointer = parser.streamReadContext().pathAsPointer().toString();
            throw malformed(pointer, code(e), e.getOriginalMessage());
        }
    }

    private static String code(JacksonException e) {
        String message = e.getOriginalMessage();
        if (message.startsWith("Duplicate")) {
            return "duplicate_key";
        }
        if (message.contains("exceeds the maximum")) {
            return "limit_exceeded";
        }
        return message.contains("UTF-8") ? "not_utf8" : "not_json";
    }

    static Refused malformed(String pointer, String code, String detail) {
        return Refused.because(Code.MALFORMED_JSON, new Fault(pointer, code, detail));
    }

    /** Writes one document. */
    public static byte[] write(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = MAPPER.tokenStreamFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            content.accept(json);
        }
        return bytes.toByteArray();
    }

    /** The same value always as the same text: keys sorted, no white space. */
    public static byte[] canonical(JsonNode value) {
        return write(json -> canonical(json, value));
    }

    private static void canonical(JsonGenerator json, JsonNode value) {
        if (value.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            value.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
            json.writeStartObject();
            sorted.forEach((name, member) -> {
                json.writeName(name);
                canonical(json, member);
            });
            json.writeEndObject();
        } else if (value.isArray()) {
            json.writeStartArray();
            value.forEach(item -> canonical(json, item));
            json.writeEndArray();
        } else if (value.isNull()) {
            json.writeNull();
        } else {
            value.serialize(json, null);
        }
    }
}
