package io.pelleh.api.checkout;

import io.pelleh.api.checkout.CheckoutAnswer.Head;
import io.pelleh.api.decision.ShopperTexts;
import io.pelleh.api.identity.Identities;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.StoredAnswer;
import io.pelleh.engine.limit.Exposure;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
    private final Claims claims;
    private final CodeGuard codes;

    /** What checkouts need from the engine. */
    @Component
    record Ports(Door door, Programs programs, CodeGuard codes) {}

    Checkouts(Ports ports, Identities identities, OpenCheckouts open, Claims claims) {
        this.claims = claims;
        this.codes = ports.codes();
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
     * @param near whether promotions that came near are told
     * @param caller name of whom the API key was given to
     */
    record Manner(
            boolean dry, @Nullable Instant at, @Nullable String key, boolean near, String caller) {}

    /** What came in, and how. */
    private record Sent(JsonNode body, Manner manner) {}

    /** One PUT, read. */
    private record Put(Program program, CheckoutId id, CheckoutRequest request, Sent sent, Looking looking) {

        Door.Shown shown() {
            return new Door.Shown(id, request.subject(), request.goods(), looking::watching);
        }

        Head head(Decision decision) {
            return head(request.subject(), decision);
        }

        /** @param whose as the order on file says, where it does */
        Head head(Subject whose, Decision decision) {
            return new Head(new ShopperTexts(program), id, request.state(), whose.guest(), looking.near(decision));
        }
    }

    ResponseEntity<byte[]> put(Program program, CheckoutId id, JsonNode body, Manner manner) {
        CheckoutRequest request = CheckoutRequest.read(program, identities, body, programs.now(program));
        if (manner.at() != null && !manner.dry() && manner.at().isAfter(programs.now(program))) {
            throw Refused.parameter("at", "the future is only decided with dry=true");
        }
        Put put = new Put(program, id, request, new Sent(body, manner), new Looking(manner.near()));
        return new Deadline(request.deadlineMillis()).meet(() -> put(put));
    }

    /** Decides as a PUT would, answer and all, and writes nothing; what a close would write. */
    Optional<Commit> rehearse(Program program, CheckoutId id, JsonNode body) {
        CheckoutRequest request = CheckoutRequest.read(program, identities, body, programs.now(program));
        Put put = new Put(
                program, id, request, new Sent(body, new Manner(true, null, null, true, "")), new Looking(true));
        if (request.state() == CheckoutState.OPEN) {
            put(put);
            return Optional.empty();
        }
        return Optional.of(door.rehearse(program, event(put), new Kept(put, new AtomicReference<>())));
    }

    private ResponseEntity<byte[]> put(Put put) {
        Manner manner = put.sent().manner();
        codes.admit(put.program(), put.shown(), manner.caller());
        if (manner.dry() || manner.at() != null) {
            return dry(put, manner.at());
        }
        if (put.request().state() == CheckoutState.OPEN) {
            return quote(put);
        }
        Event event = event(put);
        claims.claim(put.program(), manner.key(), event);
        return commit(put, event);
    }

    private ResponseEntity<byte[]> dry(Put put, @Nullable Instant at) {
        Decision decision = unguessed(put, door.quote(put.program(), put.shown(), at));
        return ResponseEntity.ok(CheckoutAnswer.quote(put.head(decision), decision));
    }

    private ResponseEntity<byte[]> quote(Put put) {
        boolean held = open.mustBeOpen(put.program().id(), put.id());
        Door.Opened opened = door.open(put.program(), put.shown(), held);
        if (held != opened.holds()) {
            open.holds(put.program().id(), put.id(), opened.holds());
        }
        Decision decision = unguessed(put, opened.decision());
        open.seen(put.program().id(), put.id(), () -> seen(put, decision, opened.exposures()));
        return ResponseEntity.ok(CheckoutAnswer.quote(put.head(decision), decision));
    }

    /** A decision that tells somebody who guesses nothing any more. */
    private Decision unguessed(Put put, Decision decision) {
        Refused refused =
                codes.count(put.program(), put.shown(), put.sent().manner().caller(), decision);
        if (refused != null) {
            throw refused;
        }
        return decision;
    }

    private String digest(Put put) {
        return identities.digests().of(SOURCE, Json.canonical(put.sent().body()));
    }

    private OpenCheckout seen(Put put, Decision decision, List<Exposure> exposures) {
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
                offers,
                Door.promise(put.request().goods(), decision, CheckoutAnswer.validUntil(decision)),
                exposures.stream().map(Exposure::counter).toList());
    }

    private ResponseEntity<byte[]> commit(Put put, Event event) {
        AtomicReference<@Nullable Decision> decided = new AtomicReference<>();
        Door.Answer answer = door.accept(put.program(), event, new Kept(put, decided));
        Decision decision = decided.get();
        if (decision != null) {
            // What is committed is answered; the next code is refused.
            codes.count(put.program(), put.shown(), put.sent().manner().caller(), decision);
        }
        open.moved(put.program().id(), put.id(), put.request().state());
        return Replies.of(answer, json -> {
            json.writeStringProperty("checkoutId", put.id().value());
            json.writeStringProperty("state", CheckoutAnswer.word(put.request().state()));
        });
    }

    private Event event(Put put) {
        CheckoutRequest request = put.request();
        boolean closed = request.state() == CheckoutState.CLOSED;
        String word = CheckoutAnswer.word(request.state());
        String order = request.orderId() == null ? put.id().value() : request.orderId();
        return new Event(
                EventId.of(put.program().id(), put.id(), request.state()),
                "checkout." + word,
                request.subject(),
                request.occurredAt() == null ? programs.now(put.program()) : request.occurredAt(),
                Event.Origin.LIVE,
                digest(put),
                closed
                        ? new Happening.CheckoutClosed(
                                put.id(),
                                order,
                                request.referralCode(),
                                request.goods(),
                                open.promise(put.program().id(), put.id()),
                                request.charged())
                        : new Happening.CheckoutCancelled(put.id(), null));
    }

    /** What is kept of a commit: the answer, with what came near where that was asked. */
    private record Kept(Put put, AtomicReference<@Nullable Decision> decided) implements Door.Answers {

        @Override
        public RuleSet watching(RuleSet rules) {
            return put.looking().watching(rules);
        }

        @Override
        public StoredAnswer write(Event event, Decision decision) {
            decided.set(decision);
            byte[] body = CheckoutAnswer.commit(put.head(event.subject(), decision), decision);
            return new StoredAnswer(200, event.digest(), new String(body, StandardCharsets.UTF_8));
        }
    }
}
