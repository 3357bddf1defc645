package io.pelleh.api.checkout;

import io.pelleh.api.journal.CheckoutPast;
import io.pelleh.api.json.Json;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.checkout.GivenBack;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.decision.Recorded;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.flow.Journal;
import io.pelleh.engine.flow.StoredAnswer;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Tells where a checkout stands. */
@Component
class CheckoutLookup {

    private final Journal journal;
    private final CheckoutPast past;
    private final OpenCheckouts open;

    CheckoutLookup(Journal journal, CheckoutPast past, OpenCheckouts open) {
        this.past = past;
        this.journal = journal;
        this.open = open;
    }

    Optional<byte[]> find(ProgramId program, CheckoutId id) {
        Optional<CheckoutOnFile> file =
                journal.checkout(program, id).filter(known -> known.state() != CheckoutState.OPEN);
        return file.isPresent()
                ? file.map(known -> moved(program, known))
                : open.find(program, id).map(CheckoutLookup::open);
    }

    /** Where it stood at an instant, as far as it was closed or cancelled by then: quotes are not kept. */
    Optional<byte[]> find(ProgramId program, CheckoutId id, Instant at) {
        List<Recorded> moves = past.moves(program, id, at);
        return moves.isEmpty() ? Optional.empty() : Optional.of(moved(program, then(id, moves)));
    }

    private static CheckoutOnFile then(CheckoutId id, List<Recorded> moves) {
        Recorded last = moves.getFirst();
        Refund refund = last.decision().refund().orElse(null);
        boolean closed = last.event().happening() instanceof CheckoutClosed;
        CheckoutState state = refund != null ? refund.to() : closed ? CheckoutState.CLOSED : CheckoutState.CANCELLED;
        return new CheckoutOnFile(
                id,
                state,
                last.event().subject().customer(),
                last.event().happening().order(),
                moves.size(),
                refund == null ? null : refund.after(),
                null,
                false);
    }

    private byte[] moved(ProgramId program, CheckoutOnFile file) {
        String state = file.state().name().toLowerCase(Locale.ROOT);
        CheckoutState said = file.state().sold() ? CheckoutState.CLOSED : file.state();
        EventId event = EventId.of(program, file.id(), said);
        String answer = journal.answered(event)
                .map(StoredAnswer::body)
                .filter(body -> !body.isEmpty())
                .orElse(null);
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("checkoutId", file.id().value());
            json.writeStringProperty("state", state);
            json.writeNumberProperty("revision", file.revision());
            text(
                    json,
                    "customerId",
                    file.customer() == null ? null : file.customer().value());
            text(json, "orderId", file.orderId());
            givenBack(json, file.back());
            json.writeName("answer");
            json.writeRawValue(answer == null ? "null" : answer);
            json.writeEndObject();
        });
    }

    private static byte[] open(OpenCheckout seen) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("checkoutId", seen.id().value());
            json.writeStringProperty("state", "open");
            json.writeNumberProperty("revision", 0);
            text(json, "customerId", seen.customer());
            json.writeNullProperty("orderId");
            json.writeStringProperty("lastSeenAt", seen.lastSeenAt().toString());
            json.writeArrayPropertyStart("offersShown");
            seen.offers().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void givenBack(JsonGenerator json, @Nullable GivenBack back) {
        if (back == null) {
            json.writeNullProperty("givenBack");
            return;
        }
        json.writeObjectPropertyStart("givenBack");
        json.writeArrayPropertyStart("lines");
        back.units().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeNumberProperty("goods", back.goods());
        json.writeBooleanProperty("shipping", back.shipping());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }
}
