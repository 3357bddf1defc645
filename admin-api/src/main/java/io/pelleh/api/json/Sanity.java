package io.pelleh.api.json;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Refuses what is JSON and can still not be kept: half characters, NULs, and numbers beyond all use. */
final class Sanity {

    private static final int MAX_DIGITS = 30;

    private Sanity() {}

    static void check(JsonNode tree) {
        check(tree, "");
    }

    private static void check(JsonNode node, String pointer) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    text(member.getKey(), pointer);
                    checkMember(member.getValue(), pointer, member.getKey());
                }
            }
            case ARRAY -> {
                for (int i = 0; i < node.size(); i++) {
                    checkMember(node.get(i), pointer, Integer.toString(i));
                }
            }
            case STRING -> text(node.asString(), pointer);
            case NUMBER -> number(node, pointer);
            default -> {
                // true, false and null are always fine
            }
        }
    }

    /** Saves making a pointer for a value that cannot be wrong. */
    private static void checkMember(JsonNode node, String pointer, String name) {
        boolean plain = node.isString() ? clean(node.asString()) : node.isIntegralNumber() && node.canConvertToLong();
        if (!plain) {
            check(node, pointer + "/" + Fields.escaped(name));
        }
    }

    private static void text(String text, String pointer) {
        if (!clean(text)) {
            throw Json.malformed(pointer, "bad_character", "text holds a NUL or half of a surrogate pair");
        }
    }

    private static boolean clean(String text) {
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                return false;
            }
        }
        return true;
    }

    private static void number(JsonNode node, String pointer) {
        BigDecimal value = node.decimalValue();
        long magnitude = (long) value.precision() - value.scale();
        if (Math.abs(magnitude) > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS) {
            throw Json.malformed(pointer, "bad_number", "a number has at most 30 digits before and after the point");
        }
    }
}
