package io.pelleh.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the OpenAPI document and a page that shows it; both are open to everybody. */
@RestController
class DocsController {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    private final byte[] document = OpenApi.document().toString().getBytes(StandardCharsets.UTF_8);

    @GetMapping(path = "/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document() {
        return document;
    }

    @GetMapping(path = "/docs", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page() {
        return file("docs.html", "text/html;charset=utf-8");
    }

    @GetMapping(path = "/docs/docs.js", produces = "text/javascript")
    ResponseEntity<byte[]> script() {
        return file("docs.js", "text/javascript;charset=utf-8");
    }

    @GetMapping(path = "/docs/docs.css", produces = "text/css")
    ResponseEntity<byte[]> style() {
        return file("docs.css", "text/css;charset=utf-8");
    }

    private static ResponseEntity<byte[]> file(String name, String type) {
        try (InputStream in = Objects.requireNonNull(DocsController.class.getResourceAsStream("/openapi/" + name))) {
            return ResponseEntity.ok()
                    .header("Content-Security-Policy", POLICY)
                    .contentType(MediaType.parseMediaType(type))
                    .body(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
