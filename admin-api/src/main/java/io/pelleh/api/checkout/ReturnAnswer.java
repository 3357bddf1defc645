package io.pelleh.api.checkout;

import io.pelleh.api.decision.CustomerJson;
import io.pelleh.api.decision.DecisionJson;
import io.pelleh.api.json.Json;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening.CheckoutReturned;

/** What the shop is told about a return. */
final class ReturnAnswer {

    private ReturnAnswer() {}

    /** @param committed whether it was written */
    static byte[] write(Event event, Decision decision, boolean committed) {
        CheckoutReturned returned = (CheckoutReturned) event.happening();
        Refund refund = decision.refund().orElseThrow();
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("checkoutId", returned.checkout().value());
            json.writeStringProperty("returnId", returned.returning().id());
            json.writeStringProperty("orderId", returned.orderId());
            json.writeStringProperty("state", CheckoutAnswer.word(refund.to()));
            json.writeBooleanProperty("committed", committed);
            json.writeStringProperty("decidedAt", decision.decidedAt().toString());
            json.writeNumberProperty("release", decision.release().number());
            RefundJson.members(json, refund, decision);
            DecisionJson.changes(json, decision);
            if (event.subject().guest()) {
                json.writeNullProperty("customer");
            } else {
                CustomerJson.ofDecision(json, decision, false);
            }
            json.writeEndObject();
        });
    }
}
