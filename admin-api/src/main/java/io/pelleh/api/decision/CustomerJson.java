package io.pelleh.api.decision;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Standing;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Effect.PointsAwarded;
import io.pelleh.engine.points.LedgerEntry;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** Where a customer stands, as JSON. */
public final class CustomerJson {

    private CustomerJson() {}

    /**
     * The {@code customer} of a decision.
     *
     * @param tentative nothing was written: points just awarded are not there yet
     */
    public static void ofDecision(JsonGenerator json, Decision decision, boolean tentative) {
        CustomerState after = decision.after();
        json.writeObjectPropertyStart("customer");
        json.writeStringProperty("id", after.id().value());
        standing(json, after.standing());
        json.writeObjectPropertyStart("points");
        long awarded = tentative ? awarded(decision, true) : 0;
        long later = tentative ? awarded(decision, false) : 0;
        json.writeNumberProperty("active", after.wallet().active(decision.decidedAt()) - awarded);
        json.writeNumberProperty("pending", after.wallet().pending(decision.decidedAt()) - later);
        json.writeNumberProperty("tentative", awarded + later);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** What a decision adds to the points that are active, or to those that are pending, once debt is repaid. */
    private static long awarded(Decision decision, boolean active) {
        long sum = 0;
        for (Granted granted : decision.granted()) {
            if (granted.effect() instanceof PointsAwarded points && active == startsBy(points, decision.decidedAt())) {
                sum += points.points() - repaid(decision, points.lot());
            }
        }
        return sum;
    }

    private static boolean startsBy(PointsAwarded points, Instant now) {
        return !points.activeAt().isAfter(now);
    }

    private static long repaid(Decision decision, String lot) {
        long sum = 0;
        for (LedgerEntry entry : decision.ledger()) {
            if (entry instanceof LedgerEntry.Spent spent && spent.lot().equals(lot)) {
                sum += spent.points();
            }
        }
        return sum;
    }

    /** Rung, tier, scores and segments, inside an object that is already open. */
    public static void standing(JsonGenerator json, Standing standing) {
        json.writeStringProperty("rung", standing.rung().name());
        json.writeStringProperty("rungSince", standing.rungSince().toString());
        if (standing.tier().isEmpty()) {
            json.writeNullProperty("tier");
        } else {
            json.writeStringProperty("tier", standing.tier());
        }
        EffectJson.instant(json, "tierUntil", standing.tierUntil());
        EffectJson.scores(json, "scores", standing.scores());
        EffectJson.texts(json, "segments", standing.segments());
    }
}
