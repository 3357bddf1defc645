package io.pelleh.api.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A CloudEvent as it came, before anything of it is understood.
 *
 * @param time as written, or null
 * @param data JSON, or null
 * @param pointer where the event stands in the body, {@code /3} in a batch; attributes lie below it
 * @param dataPointer where the data stands in the body
 */
record Envelope(
        String id,
        String source,
        String type,
        @Nullable String subject,
        @Nullable String time,
        @Nullable JsonNode data,
        String pointer,
        String dataPointer) {}
