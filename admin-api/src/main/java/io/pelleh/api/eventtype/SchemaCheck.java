package io.pelleh.api.eventtype;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Holds a shop's schema to what is safe to run: self-contained, finite, small, and a schema at all. */
final class SchemaCheck {

    private static final int MAX_BYTES = 64 * 1024;
    private static final long MAX_EXPANDED = 20_000;
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final Set<String> FORBIDDEN =
            Set.of("$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$id", "$anchor", "$vocabulary");

    private static final Schema META = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(DRAFT));

    private final JsonNode root;

    /** Expanded size of each target; 0 while it is being measured. */
    private final Map<String, Long> measured = new HashMap<>();

    private SchemaCheck(JsonNode root) {
        this.root = root;
    }

    /**
     * Compiles a schema.
     *
     * @throws Refused when it cannot be used, with a pointer
     */
    static DataSchema compile(JsonNode schema) {
        String text = schema.toString();
        if (!schema.isObject()) {
            throw bad("", "wrong_type", "a schema is an object");
        }
        if (text.length() > MAX_BYTES) {
            throw new Refused(Code.TOO_LARGE, "a schema has at most 64 KiB");
        }
        new SchemaCheck(schema).size(schema, "");
        META.validate(text, InputFormat.JSON).stream().findFirst().ifPresent(error -> {
            throw bad(error.getInstanceLocation().toString(), "not_a_schema", error.getMessage());
        });
        return compile(text);
    }

    private static DataSchema compile(String text) {
        try {
            return DataSchema.compile(text);
        } catch (SchemaException e) {
            throw bad("", "not_a_schema", "the schema cannot be compiled");
        }
    }

    /** How many nodes checking visits at most where each reference is written out. */
    private long size(JsonNode node, String pointer) {
        long size = 1;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String at = pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            keyword(member, at);
            size += member.getKey().equals("$ref") ? target(member.getValue(), at) : size(member.getValue(), at);
            limit(size, at);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                size += size(node.get(i), pointer + "/" + i);
                limit(size, pointer);
            }
        }
        return size;
    }

    private static void keyword(Map.Entry<String, JsonNode> member, String at) {
        boolean properties = at.endsWith("/properties/" + member.getKey());
        if (FORBIDDEN.contains(member.getKey()) && !properties) {
            throw bad(at, "keyword_forbidden", member.getKey() + " is not taken here");
        }
        if (member.getKey().equals("$schema") && !DRAFT.equals(member.getValue().asString(""))) {
            throw bad(at, "unknown_draft", "the draft is " + DRAFT);
        }
        if (member.getKey().equals("pattern") && member.getValue().isString()) {
            pattern(member.getValue().asString(), at);
        }
        if (member.getKey().equals("patternProperties")) {
            member.getValue().propertyNames().forEach(regex -> pattern(regex, at));
        }
    }

    /** The validator itself only logs a pattern it cannot use. */
    private static void pattern(String regex, String at) {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw bad(at, "bad_pattern", "a pattern cannot be used: " + e.getDescription());
        }
    }

    private long target(JsonNode reference, String at) {
        String to = reference.isString() ? reference.asString() : "";
        if (!to.startsWith("#/$defs/")) {
            throw bad(at, "remote_reference", "a $ref names #/$defs/… of this schema");
        }
        Long known = measured.get(to);
        if (known != null && known == 0) {
            throw bad(at, "recursive", "a schema must not contain itself");
        }
        if (known != null) {
            return known;
        }
        JsonNode target = root.at(to.substring(1));
        if (target.isMissingNode()) {
            throw bad(at, "unknown_reference", "there is no " + to);
        }
        measured.put(to, 0L);
        long size = size(target, to.substring(1));
        measured.put(to, size);
        return size;
    }

    private static void limit(long size, String at) {
        if (size > MAX_EXPANDED) {
            throw bad(at, "too_large", "the schema is too large once its references are written out");
        }
    }

    private static Refused bad(String pointer, String code, String detail) {
        return Refused.because(Code.INVALID_SCHEMA, new Fault(pointer, code, detail));
    }
}
