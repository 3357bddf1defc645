package io.pelleh.api.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of one JSON object, read one by one.
 *
 * <p>Nothing is thrown: what is missing or wrong goes to the {@link Faults} with its pointer, and the reader gets a
 * placeholder. Look at the faults before using what was read.
 */
public final class Fields {

    private static final int MAX_ATTRIBUTES = 50;
    private static final int MAX_ATTRIBUTE_LENGTH = 256;
    private static final int MAX_ATTRIBUTE_NAME = 64;

    private final JsonNode object;
    private final String pointer;
    private final Faults faults;

    /** @param pointer where the object stands in the body */
    public Fields(JsonNode object, String pointer, Faults faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
        if (!object.isObject()) {
            faults.add(pointer, "wrong_type", "an object is expected here");
        }
    }

    /** The whole body. */
    public static Fields of(JsonNode body, Faults faults) {
        return new Fields(body, "", faults);
    }

    public Faults faults() {
        return faults;
    }

    /** Says that a member is wrong. */
    public void fault(String name, String code, String detail) {
        faults.add(at(name), code, detail);
    }

    /** Faults every member that is not among these. */
    public void only(Set<String> known) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!known.contains(member.getKey())) {
                fault(member.getKey(), "unknown_field", "there is no such field here");
            }
        }
    }

    public boolean has(String name) {
        return present(name) != null;
    }

    /** A text that must be there: 1 to {@code max} characters, without blanks around them or control characters. */
    public String text(String name, int max) {
        String text = textOrNull(name, max);
        if (text == null && !has(name)) {
            fault(name, "missing", name + " is missing");
        }
        return text == null ? "" : text;
    }

    /** A text that may be absent or null. */
    public @Nullable String textOrNull(String name, int max) {
        JsonNode node = present(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            fault(name, "wrong_type", "a text is expected here");
            return null;
        }
        String text = node.asString();
        if (!sound(text, max)) {
            fault(name, "wrong_length", expected(max));
            return null;
        }
        return text;
    }

    /**
     * Whether a text may be an id, a name or a code: MySQL does not tell blanks at the end, and people none around it.
     */
    public static boolean sound(String text, int max) {
        return !text.isEmpty()
                && text.length() <= max
                && text.strip().equals(text)
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static String expected(int max) {
        return "1 to " + max + " characters without blanks around them or control characters are expected here";
    }

    /** A boolean that must be there. */
    public boolean yes(String name) {
        JsonNode node = present(name);
        if (node == null) {
            fault(name, "missing", name + " is missing");
        } else if (!node.isBoolean()) {
            fault(name, "wrong_type", "true or false is expected here");
        }
        return node != null && node.asBoolean(false);
    }

    /** A whole number that must be there. */
    public long whole(String name, long min, long max) {
        Long number = wholeOrNull(name, min, max);
        if (number == null && !has(name)) {
            fault(name, "missing", name + " is missing");
        }
        return number == null ? min : number;
    }

    /** A whole number that may be absent or null. */
    public @Nullable Long wholeOrNull(String name, long min, long max) {
        JsonNode node = present(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber()) {
            fault(name, "wrong_type", "a whole number is expected here");
            return null;
        }
        if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            fault(name, "out_of_range", "a number from " + min + " to " + max + " is expected here");
            return null;
        }
        return node.longValue();
    }

    /** A number from 0 to {@code max} with at most {@code scale} decimals, that must be there. */
    public BigDecimal decimal(String name, long max, int scale) {
        JsonNode node = present(name);
        if (node == null) {
            fault(name, "missing", name + " is missing");
            return BigDecimal.ZERO;
        }
        if (!node.isNumber()) {
            fault(name, "wrong_type", "a number is expected here");
            return BigDecimal.ZERO;
        }
        BigDecimal value = node.isIntegralNumber() && node.canConvertToLong()
                ? BigDecimal.valueOf(node.longValue())
                : node.decimalValue().stripTrailingZeros();
        if (value.signum() < 0 || value.scale() > scale || value.compareTo(BigDecimal.valueOf(max)) > 0) {
            fault(name, "out_of_range", "a number from 0 to " + max + ", at most " + scale + " decimals, is expected");
            return BigDecimal.ZERO;
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** An object that may be absent or null. */
    public @Nullable Fields object(String name) {
        JsonNode node = present(name);
        return node == null ? null : new Fields(node, at(name), faults);
    }

    /** The objects of an array; those for which {@code read} gives null are left out. None when it is absent. */
    public <T> List<T> objects(String name, int max, Function<Fields, @Nullable T> read) {
        List<T> all = new ArrayList<>();
        for (JsonNode item : items(name, max)) {
            T value = read.apply(new Fields(item, at(name) + "/" + all.size(), faults));
            if (value == null) {
                break;
            }
            all.add(value);
        }
        return all;
    }

    /** The texts of an array. None when it is absent. */
    public List<String> texts(String name, int max, int length) {
        List<String> all = new ArrayList<>();
        for (JsonNode item : items(name, max)) {
            if (!item.isString() || !sound(item.asString(), length)) {
                faults.add(
                        at(name) + "/" + all.size(), item.isString() ? "wrong_length" : "wrong_type", expected(length));
                break;
            }
            all.add(item.asString());
        }
        return all;
    }

    private Iterable<JsonNode> items(String name, int max) {
        JsonNode node = present(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > max) {
            fault(name, node.isArray() ? "too_many" : "wrong_type", "an array of at most " + max + " is expected here");
            return List.of();
        }
        return node;
    }

    /** Free values by name: texts, numbers and booleans, as text. None when it is absent. */
    public Map<String, String> attributes(String name) {
        Fields inner = object(name);
        return inner == null ? Map.of() : inner.values();
    }

    private Map<String, String> values() {
        Map<String, String> all = new LinkedHashMap<>();
        if (object.size() > MAX_ATTRIBUTES) {
            faults.add(pointer, "too_many", "at most " + MAX_ATTRIBUTES + " attributes are expected");
            return all;
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String text = member.getValue().isValueNode() ? member.getValue().asString() : null;
            if (!sound(member.getKey(), MAX_ATTRIBUTE_NAME)) {
                fault(member.getKey(), "bad_name", "the name of an attribute: " + expected(MAX_ATTRIBUTE_NAME));
            } else if (text == null || member.getValue().isNull() || text.length() > MAX_ATTRIBUTE_LENGTH) {
                fault(member.getKey(), "wrong_type", "a text of at most 256, a number or a boolean is expected here");
            } else {
                all.put(member.getKey(), text);
            }
        }
        return all;
    }

    private @Nullable JsonNode present(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    /** The pointer of a member. */
    public String at(String name) {
        return pointer + "/" + escaped(name);
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
