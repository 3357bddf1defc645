package io.pelleh.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hand-kept OpenAPI document, as JSON. */
public final class OpenApi {

    private OpenApi() {}

    /** Reads the document from the class path. */
    public static JsonNode document() {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream("/openapi/openapi.yaml"))) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return JsonMapper.shared().valueToTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
