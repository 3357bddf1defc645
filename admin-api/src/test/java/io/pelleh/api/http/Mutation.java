package io.pelleh.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A body with something changed at random: a value, a key, or the bytes themselves. */
final class Mutation {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1",
            "1e400",
            "9223372036854775808",
            "0.00001",
            "1e-30",
            "999999999999999999999",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"سلام\"",
            "\"0912\"",
            "\"2026-13-45T99:00:00Z\"",
            "\"+999999999-01-01T00:00:00Z\"",
            "\"closed\"",
            "\"cancelled\"",
            "\"checkout\"",
            "[]",
            "{}",
            "[[[[]]]]",
            "[null]",
            "{\"\": 1}",
            "{\"a/b~c\": {}}");

    private final Random random;

    Mutation(long seed) {
        random = new Random(seed);
    }

    String of(JsonNode example) {
        return switch (random.nextInt(10)) {
            case 0 -> cut(example.toString());
            case 1 -> garbled(example.toString());
            case 2 -> VALUES.get(random.nextInt(VALUES.size()));
            default -> changed(example);
        };
    }

    private String cut(String text) {
        return text.substring(0, random.nextInt(text.length()));
    }

    private String garbled(String text) {
        StringBuilder garbled = new StringBuilder(text);
        garbled.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
        return garbled.toString();
    }

    private String changed(JsonNode example) {
        JsonNode copy = example.deepCopy();
        List<JsonNode> containers = new ArrayList<>();
        collect(copy, containers);
        for (int i = random.nextInt(3); i >= 0 && !containers.isEmpty(); i--) {
            change(containers.get(random.nextInt(containers.size())));
        }
        return copy.toString();
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainer() && !node.isEmpty()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }

    private void change(JsonNode container) {
        JsonNode value = random.nextInt(8) == 0 ? JSON.getNodeFactory().stringNode("x".repeat(5000)) : any();
        if (container instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), value);
        } else if (container instanceof ObjectNode object && !object.isEmpty()) {
            String name = List.copyOf(object.propertyNames()).get(random.nextInt(object.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + "x", object.remove(name));
                default -> object.set(name, value);
            }
        }
    }

    private JsonNode any() {
        String text = VALUES.get(random.nextInt(VALUES.size()));
        return text.equals("1e400") ? JSON.getNodeFactory().numberNode(1e300) : JSON.readTree(text);
    }
}
