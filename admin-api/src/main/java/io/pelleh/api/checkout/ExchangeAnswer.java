package io.pelleh.api.checkout;

import io.pelleh.api.checkout.CheckoutAnswer.Head;
import io.pelleh.api.decision.ShopperTexts;
import io.pelleh.api.json.Json;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.flow.Door.Rehearsed;
import java.nio.charset.StandardCharsets;

/** What the shop is told about an exchange. */
final class ExchangeAnswer {

    private ExchangeAnswer() {}

    /** @param committed whether it was written */
    static byte[] write(ShopperTexts texts, Rehearsed back, Rehearsed close, boolean committed) {
        CheckoutClosed closed = (CheckoutClosed) close.event().happening();
        Head head = new Head(
                texts,
                closed.checkout(),
                CheckoutState.CLOSED,
                close.event().subject().guest(),
                null);
        long refund = back.decision().refund().orElseThrow().total();
        long balance = Math.subtractExact(close.decision().totals().toPay(), refund);
        return Json.write(json -> {
            json.writeStartObject();
            json.writeBooleanProperty("committed", committed);
            json.writeName("returned");
            json.writeRawValue(text(ReturnAnswer.write(back.event(), back.decision(), committed)));
            json.writeName("checkout");
            json.writeRawValue(text(
                    committed
                            ? CheckoutAnswer.commit(head, close.decision())
                            : CheckoutAnswer.quote(head, close.decision())));
            json.writeObjectPropertyStart("balance");
            json.writeNumberProperty("toPay", Math.max(0, balance));
            json.writeNumberProperty("toPayOut", Math.max(0, -balance));
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
