package io.pelleh.api.checkout;

import io.pelleh.api.decision.ShopperTexts;
import io.pelleh.api.identity.Identities;
import io.pelleh.api.json.Json;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.Happening.CheckoutReturned;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.Door.Exchange;
import io.pelleh.engine.flow.Door.Rehearsed;
import io.pelleh.engine.flow.StoredAnswer;
import io.pelleh.engine.program.Program;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes back what a checkout sold and closes another one instead, both or neither. */
@Component
class Exchanges {

    private final Checkouts.Ports ports;
    private final Identities identities;
    private final OpenCheckouts open;
    private final Claims claims;

    Exchanges(Checkouts.Ports ports, Identities identities, OpenCheckouts open, Claims claims) {
        this.ports = ports;
        this.identities = identities;
        this.open = open;
        this.claims = claims;
    }

    ResponseEntity<byte[]> post(Program program, CheckoutId id, JsonNode body, Checkouts.Manner manner) {
        Instant now = ports.programs().now(program);
        ExchangeRequest request = ExchangeRequest.read(program, id, body, now);
        String digest = identities.digests().of("checkout", Json.canonical(body));
        Instant at = request.back().occurredAt() == null ? now : request.back().occurredAt();
        Event back = new Event(
                EventId.of(program.id(), id, request.back().returning()),
                "checkout.returned",
                Subject.GUEST,
                at,
                Event.Origin.LIVE,
                digest,
                new CheckoutReturned(id, null, request.back().returning()));
        Event close = new Event(
                EventId.of(program.id(), request.close().checkout(), CheckoutState.CLOSED),
                Door.CHECKOUT,
                Subject.GUEST,
                at,
                Event.Origin.LIVE,
                digest,
                request.close());
        return new Deadline(request.back().deadlineMillis())
                .meet(() -> post(program, new Exchange(back, close), manner));
    }

    private ResponseEntity<byte[]> post(Program program, Exchange exchange, Checkouts.Manner manner) {
        CheckoutReturned returned = (CheckoutReturned) exchange.back().happening();
        Happening.CheckoutClosed closed =
                (Happening.CheckoutClosed) exchange.close().happening();
        open.mustBeKnown(program.id(), returned.checkout());
        Door.Shown shown = new Door.Shown(closed.checkout(), Subject.GUEST, closed.goods());
        ports.codes().admit(program, shown, manner.caller());
        if (manner.dry()) {
            List<Rehearsed> both = ports.door().rehearse(program, exchange);
            return ResponseEntity.ok(
                    ExchangeAnswer.write(new ShopperTexts(program), both.getFirst(), both.getLast(), false));
        }
        claims.claim(program, manner.key(), exchange.back());
        ShopperTexts texts = new ShopperTexts(program);
        Door.Answer answer = ports.door().exchange(program, exchange, (back, close) -> stored(texts, back, close));
        open.moved(program.id(), closed.checkout(), CheckoutState.CLOSED);
        return Replies.of(
                answer,
                json -> json.writeStringProperty("checkoutId", closed.checkout().value()));
    }

    private static StoredAnswer stored(ShopperTexts texts, Rehearsed back, Rehearsed close) {
        byte[] body = ExchangeAnswer.write(texts, back, close, true);
        return new StoredAnswer(200, back.event().digest(), new String(body, StandardCharsets.UTF_8));
    }
}
