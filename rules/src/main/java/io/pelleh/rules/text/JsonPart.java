package io.pelleh.rules.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A part of a JSON document that knows its pointer; whatever does not fit is wrong at that pointer. */
public final class JsonPart {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER = 40;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode node;
    private final String pointer;

    private JsonPart(JsonNode node, String pointer) {
        this.node = node;
        this.pointer = pointer;
    }

    /** @throws Wrong with the line, when it is not JSON or holds a name twice */
    public static JsonPart read(byte[] bytes) {
        try {
            return new JsonPart(MAPPER.readTree(bytes), "");
        } catch (JacksonException e) {
            String line = e.getLocation() == null
                    ? ""
                    : String.valueOf(Math.max(1, e.getLocation().getLineNr()));
            throw new Wrong("the file is not JSON: " + e.getOriginalMessage(), "", line);
        }
    }

    public String pointer() {
        return pointer.isEmpty() ? "/" : pointer;
    }

    /** Refuses members that have no meaning here. */
    public JsonPart only(Collection<String> names) {
        if (!node.isObject()) {
            throw wrong("an object { … } is expected", "");
        }
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw member(name)
                        .wrong("\"" + name + "\" has no meaning here", Nearest.hint(name, names, known(names)));
            }
        }
        return this;
    }

    private static String known(Collection<String> names) {
        return "known are: " + String.join(", ", names);
    }

    public boolean has(String name) {
        return node.has(name);
    }

    public JsonPart member(String name) {
        JsonNode found = node.get(name);
        return new JsonPart(
                found == null ? MAPPER.nullNode() : found,
                pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    /** The names of an object's members. */
    public Set<String> names() {
        only(node.isObject() ? node.propertyNames() : Set.of());
        return Set.copyOf(node.propertyNames());
    }

    public boolean list() {
        return node.isArray();
    }

    public List<JsonPart> items() {
        if (!node.isArray()) {
            throw wrong("a list [ … ] is expected", "");
        }
        List<JsonPart> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new JsonPart(node.get(i), pointer + "/" + i));
        }
        return items;
    }

    /** A text, number, true or false as text; empty when it is absent or null. */
    public String text() {
        if (node.isNull() || node.isMissingNode()) {
            return "";
        }
        if (node.isNumber()) {
            return plain(node.decimalValue());
        }
        if (node.isBoolean()) {
            return Boolean.toString(node.booleanValue());
        }
        if (!node.isString()) {
            throw wrong("one value is expected", "write a text or a number");
        }
        String text = node.stringValue();
        String hidden = Hidden.reason(text);
        if (!hidden.isEmpty()) {
            throw wrong(hidden, "type the text again");
        }
        return text;
    }

    /** A number like 1e999999999, written out, would take all memory. */
    private String plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MAX_NUMBER) {
            throw wrong("the number has more than " + MAX_NUMBER + " digits", "write it without an exponent");
        }
        return number.toPlainString();
    }

    /** Several values, or a single one. */
    public List<String> texts() {
        return list() ? items().stream().map(JsonPart::text).toList() : List.of(text());
    }

    public Wrong wrong(String reason, String hint) {
        return new Wrong(reason, hint, pointer());
    }

    /** Writes maps, lists, texts and numbers as a document. */
    public static byte[] write(Map<String, ?> document) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    }
}
