package io.pelleh.api.checkout;

import io.pelleh.api.identity.Identities;
import io.pelleh.api.json.Json;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening.CheckoutReturned;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.StoredAnswer;
import io.pelleh.engine.program.Program;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes back what a checkout sold. */
@Component
class Returns {

    private final Checkouts.Ports ports;
    private final Identities identities;
    private final OpenCheckouts open;
    private final Claims claims;

    Returns(Checkouts.Ports ports, Identities identities, OpenCheckouts open, Claims claims) {
        this.ports = ports;
        this.identities = identities;
        this.open = open;
        this.claims = claims;
    }

    ResponseEntity<byte[]> post(Program program, CheckoutId id, JsonNode body, Checkouts.Manner manner) {
        Instant now = ports.programs().now(program);
        ReturnRequest request = ReturnRequest.read(body, now);
        Event event = new Event(
                EventId.of(program.id(), id, request.returning()),
                "checkout.returned",
                Subject.GUEST,
                request.occurredAt() == null ? now : request.occurredAt(),
                Event.Origin.LIVE,
                identities.digests().of("checkout", Json.canonical(body)),
                new CheckoutReturned(id, null, request.returning()));
        return new Deadline(request.deadlineMillis()).meet(() -> post(program, event, manner));
    }

    private ResponseEntity<byte[]> post(Program program, Event event, Checkouts.Manner manner) {
        CheckoutReturned returned = (CheckoutReturned) event.happening();
        open.mustBeKnown(program.id(), returned.checkout());
        if (manner.dry()) {
            Door.Rehearsed rehearsed = ports.door().rehearse(program, event);
            return ResponseEntity.ok(ReturnAnswer.write(rehearsed.event(), rehearsed.decision(), false));
        }
        claims.claim(program, manner.key(), event);
        Door.Answer answer = ports.door()
                .accept(
                        program,
                        event,
                        (meant, decision) -> new StoredAnswer(
                                200,
                                meant.digest(),
                                new String(ReturnAnswer.write(meant, decision, true), StandardCharsets.UTF_8)));
        return Replies.of(answer, json -> {
            json.writeStringProperty("checkoutId", returned.checkout().value());
            json.writeStringProperty("returnId", returned.returning().id());
        });
    }
}
