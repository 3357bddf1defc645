package io.pelleh.api.checkout;

import io.pelleh.api.identity.Identities;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a shop's names for its requests to one request each. */
@Component
class Claims {

    private final Identities identities;
    private final IdempotencyKeys keys;
    private final Programs programs;

    Claims(Identities identities, IdempotencyKeys keys, Programs programs) {
        this.identities = identities;
        this.keys = keys;
        this.programs = programs;
    }

    /**
     * Takes a name for what an event asks for.
     *
     * @param key the shop's name for the request, or null for none
     * @throws Refused when the name stands for another request
     */
    void claim(Program program, @Nullable String key, Event event) {
        if (key == null) {
            return;
        }
        String what = event.id().id() + " " + event.digest();
        String digest = identities.digests().of("idempotency", what.getBytes(StandardCharsets.UTF_8));
        if (!keys.claim(program.id(), key, digest, programs.now(program))) {
            throw new Refused(Code.IDEMPOTENCY_CONFLICT, "this Idempotency-Key was used before with another request");
        }
    }
}
