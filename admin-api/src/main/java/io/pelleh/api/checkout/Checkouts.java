package io.pelleh.api.checkout;

import io.pelleh.api.checkout.CheckoutAnswer.Head;
import io.pelleh.api.identity.Identities;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.StoredAnswer;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes a checkout through its life. */
@Component
class Checkouts {

    private static final String SOURCE = "checkout";

    private final Door door;
    private final Programs programs;
    private final Identities identities;
    private final OpenCheckouts open;
    private final IdempotencyKeys keys;

    /** What checkouts need from the engine. */
    @Component
    record Ports(Door door, Programs programs) {}

    Checkouts(Ports ports, Identities identities, OpenCheckouts open, IdempotencyKeys keys) {
        this.keys = keys;
        this.door = ports.door();
        this.programs = ports.programs();
        this.identities = identities;
        this.open = open;
    }

    /**
     * What a PUT says beside its body.
     *
     * @param at decide as of then, and write nothing
     * @param key the shop's name for this one request, or null
     */
    record Manner(
            boolean dry, @Nullable Instant at, @Nullable String key) {}

    /** One PUT, read. */
    private record Put(Program program, CheckoutId id, CheckoutRequest request, JsonNode body) {

        Door.Shown shown() {
            return new Door.Shown(id, request.subject(), request.goods());
        }

        Head head() {
            return new Head(id, request.state(), request.subject().guest());
        }
    }

    ResponseEntity<byte[]> put(Program program, CheckoutId id, JsonNode body, Manner manner) {
        CheckoutRequest request = CheckoutRequest.read(program, identities, body);
        if (manner.at() != null && !manner.dry() && manner.at().isAfter(programs.now(program))) {
            throw Refused.parameter("at", "the future is only decided with dry=true");
        }
        Put put = new Put(program, id, request, body);
        return new Deadline(request.deadlineMillis()).meet(() -> put(put, manner));
    }

    private ResponseEntity<byte[]> put(Put put, Manner manner) {
        if (manner.dry() || manner.at() != null) {
            return dry(put, manner.at());
        }
        if (put.request().state() == CheckoutState.OPEN) {
            return quote(put);
        }
        claim(put, manner.key());
        return commit(put);
    }

    private void claim(Put put, @Nullable String key) {
        if (key == null) {
            return;
        }
        String what = put.id().value() + " " + digest(put);
        String digest = identities.digests().of("idempotency", what.getBytes(StandardCharsets.UTF_8));
        if (!keys.claim(put.program().id(), key, digest, programs.now(put.program()))) {
            throw new Refused(Code.IDEMPOTENCY_CONFLICT, "this Idempotency-Key was used before with another request");
        }
    }

    private ResponseEntity<byte[]> dry(Put put, @Nullable Instant at) {
        Decision decision = door.quote(put.program(), put.shown(), at);
        return ResponseEntity.ok(CheckoutAnswer.quote(put.head(), decision));
    }

    private ResponseEntity<byte[]> quote(Put put) {
        open.mustBeOpen(put.program().id(), put.id());
        Decision decision = door.quote(put.program(), put.shown(), null);
        open.seen(put.program().id(), put.id(), () -> seen(put, decision));
        return ResponseEntity.ok(CheckoutAnswer.quote(put.head(), decision));
    }

    private String digest(Put put) {
        return identities.digests().of(SOURCE, Json.canonical(put.body()));
    }

    private OpenCheckout seen(Put put, Decision decision) {
        CustomerId customer = put.request().subject().customer();
        List<String> offers = decision.granted().stream()
                .map(Granted::rule)
                .map(rule -> rule.id())
                .toList();
        return new OpenCheckout(
                put.program().id(),
                put.id(),
                customer == null ? null : customer.value(),
                digest(put),
                decision.decidedAt(),
                offers);
    }

    private ResponseEntity<byte[]> commit(Put put) {
        Door.Answer answer = door.accept(put.program(), event(put), (event, decision) -> stored(put, event, decision));
        open.moved(put.program().id(), put.id(), put.request().state());
        StoredAnswer stored = answer.stored();
        byte[] body = stored.status() == 0 ? alreadyApplied(put) : stored.body().getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.status(stored.status() == 0 ? 200 : stored.status())
                .headers(headers -> headers.set("Pelleh-Repeat", Boolean.toString(answer.repeat())))
                .body(body);
    }

    private Event event(Put put) {
        CheckoutRequest request = put.request();
        boolean closed = request.state() == CheckoutState.CLOSED;
        String word = CheckoutAnswer.word(request.state());
        String order = request.orderId() == null ? put.id().value() : request.orderId();
        return new Event(
                new EventId(put.program().id(), SOURCE, put.id().value() + "/" + word),
                "checkout." + word,
                request.subject(),
                programs.now(put.program()),
                Event.Origin.LIVE,
                digest(put),
                closed
                        ? new Happening.CheckoutClosed(put.id(), order, request.referralCode(), request.goods())
                        : new Happening.CheckoutCancelled(put.id()));
    }

    private static StoredAnswer stored(Put put, Event event, Decision decision) {
        byte[] body = CheckoutAnswer.commit(put.head(), decision);
        return new StoredAnswer(200, event.digest(), new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] alreadyApplied(Put put) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("checkoutId", put.id().value());
            json.writeStringProperty("state", CheckoutAnswer.word(put.request().state()));
            json.writeStringProperty("status", "already_applied");
            json.writeEndObject();
        });
    }
}
