package io.pelleh.api.checkout;

import io.pelleh.api.json.Json;
import io.pelleh.engine.flow.Door;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JsonGenerator;

/** Hands out answers of the door, those of the first time among them. */
final class Replies {

    private Replies() {}

    /** @param head names what was written, where its answer is no longer kept */
    static ResponseEntity<byte[]> of(Door.Answer answer, Consumer<JsonGenerator> head) {
        boolean gone = answer.stored().status() == 0;
        byte[] body = gone ? alreadyApplied(head) : answer.stored().body().getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.status(gone ? 200 : answer.stored().status())
                .headers(headers -> headers.set("Pelleh-Repeat", Boolean.toString(answer.repeat())))
                .body(body);
    }

    private static byte[] alreadyApplied(Consumer<JsonGenerator> head) {
        return Json.write(json -> {
            json.writeStartObject();
            head.accept(json);
            json.writeStringProperty("status", "already_applied");
            json.writeEndObject();
        });
    }
}
