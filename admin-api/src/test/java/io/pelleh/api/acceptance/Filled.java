package io.pelleh.api.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a value that a JSON Schema accepts and that leaves no field out, and finds the places in it. */
final class Filled {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> TEXTS =
            Map.of("currency", "IRR", "phone", "09123456789", "email", "sara@example.com", "birthDate", "1990-03-21");

    private Filled() {}

    static JsonNode value(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asString("object")) {
            case "string" -> JSON.getNodeFactory().stringNode(TEXTS.getOrDefault(name, name));
            case "integer", "number" -> JSON.getNodeFactory().numberNode(name.equals("deadlineMillis") ? 60_000 : 3);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "array" -> JSON.createArrayNode().add(value(name, schema.get("items")));
            default -> object(schema);
        };
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.createObjectNode();
        schema.path("properties").properties().forEach(p -> object.set(p.getKey(), value(p.getKey(), p.getValue())));
        if (schema.path("additionalProperties").isObject()) {
            object.put("colour", "red");
        }
        return object;
    }

    /** Pointers to all texts and numbers. */
    static List<String> leaves(JsonNode value) {
        List<String> leaves = new ArrayList<>();
        collect(value, "", leaves);
        return leaves;
    }

    private static void collect(JsonNode value, String pointer, List<String> into) {
        if (value.isObject()) {
            value.properties().forEach(p -> collect(p.getValue(), pointer + "/" + p.getKey(), into));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(value.get(i), pointer + "/" + i, into);
            }
        } else if (value.isString() || value.isNumber()) {
            into.add(pointer);
        }
    }

    /** The same value with something else at one place. */
    static JsonNode with(JsonNode value, String pointer, JsonNode other) {
        JsonNode copy = value.deepCopy();
        int last = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), other);
        } else if (parent instanceof ObjectNode object) {
            object.set(name, other);
        }
        return copy;
    }
}
