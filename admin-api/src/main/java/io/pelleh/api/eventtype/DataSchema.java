package io.pelleh.api.eventtype;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import io.pelleh.api.json.Faults;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A compiled JSON Schema (draft 2020-12) of an event's data. Nothing is fetched, and patterns run in linear time. */
public final class DataSchema {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaCacheEnabled(false)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .regularExpressionFactory(LinearPattern::compile)
                            .formatAssertionsEnabled(true)
                            .locale(Locale.ENGLISH)
                            .pathType(PathType.JSON_POINTER)
                            .build())
                    .schemaLoader(loader -> loader.allow(iri -> false)));

    private final String text;
    private final Schema schema;

    private DataSchema(String text, Schema schema) {
        this.text = text;
        this.schema = schema;
    }

    /** Compiles a schema that {@link SchemaCheck} has found acceptable. */
    static DataSchema compile(String text) {
        Schema schema = REGISTRY.getSchema(text, InputFormat.JSON);
        schema.initializeValidators();
        return new DataSchema(text, schema);
    }

    /** The schema as JSON. */
    public String text() {
        return text;
    }

    /**
     * Tells the faults of some data.
     *
     * @param pointer where the data stands in the body
     */
    public void check(JsonNode data, String pointer, Faults faults) {
        List<Error> errors = schema.validate(data.toString(), InputFormat.JSON);
        for (Error error : errors) {
            faults.add(pointer + place(error), code(error), error.getMessage());
        }
    }

    private static String place(Error error) {
        NodePath at = error.getInstanceLocation();
        String property = error.getProperty();
        return property == null ? at.toString() : at.append(property).toString();
    }

    private static String code(Error error) {
        return switch (error.getKeyword()) {
            case "required", "dependentRequired" -> "missing";
            case "additionalProperties", "unevaluatedProperties" -> "unknown_field";
            case "type" -> "wrong_type";
            case "enum", "const" -> "unknown_value";
            case "minLength", "maxLength" -> "wrong_length";
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> "out_of_range";
            case "minItems", "maxItems", "maxProperties", "minProperties" -> "wrong_count";
            case "format" -> "wrong_format";
            case "pattern" -> "wrong_pattern";
            default -> "schema_mismatch";
        };
    }
}
