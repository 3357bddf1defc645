package io.pelleh.api.checkout;

import io.pelleh.api.decision.CustomerJson;
import io.pelleh.api.decision.DecisionJson;
import io.pelleh.api.decision.ShopperTexts;
import io.pelleh.api.json.Json;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Near;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the shop is told about a checkout. */
final class CheckoutAnswer {

    private static final Duration QUOTE_HOLDS = Duration.ofMinutes(15);

    private CheckoutAnswer() {}

    /**
     * Which checkout, in which state, whose.
     *
     * @param texts what the shopper is told
     * @param near what the decision came near to, or null where nobody asked
     */
    record Head(
            ShopperTexts texts,
            CheckoutId checkout,
            CheckoutState state,
            boolean guest,
            @Nullable List<Near> near) {}

    /** A decision that was not written: it holds for a while, and its points are tentative. */
    static byte[] quote(Head head, Decision decision) {
        return write(head, decision, true);
    }

    /** A decision that was written. */
    static byte[] commit(Head head, Decision decision) {
        return write(head, decision, false);
    }

    private static byte[] write(Head head, Decision decision, boolean tentative) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("checkoutId", head.checkout().value());
            json.writeStringProperty("state", word(head.state()));
            json.writeBooleanProperty("committed", !tentative);
            DecisionJson.members(json, decision, head.texts());
            decision.refund().ifPresent(refund -> RefundJson.members(json, refund, decision));
            PriceJson.members(json, decision);
            if (head.near() != null) {
                NearJson.member(json, head.near(), head.texts());
            }
            if (head.guest()) {
                json.writeNullProperty("customer");
            } else {
                CustomerJson.ofDecision(json, decision, tentative);
            }
            if (tentative) {
                json.writeStringProperty("validUntil", validUntil(decision).toString());
            } else {
                json.writeNullProperty("validUntil");
            }
            json.writeEndObject();
        });
    }

    /** A quote ends early where something about the customer may change, or a campaign that gives something ends. */
    static Instant validUntil(Decision decision) {
        Instant usual = decision.decidedAt().plus(QUOTE_HOLDS);
        Instant due = decision.after().due();
        return due.isAfter(decision.decidedAt()) && due.isBefore(usual) ? due : usual;
    }

    static String word(CheckoutState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
