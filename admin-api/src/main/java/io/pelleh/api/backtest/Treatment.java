package io.pelleh.api.backtest;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Standing;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Effect.PointsAwarded;
import java.util.ArrayList;
import java.util.List;

/** What a customer notices: what was given, and where they stand. Which rule gave it does not matter here. */
final class Treatment {

    private Treatment() {}

    /** What decisions gave and when. */
    static List<Object> given(List<Decision> decisions) {
        List<Object> given = new ArrayList<>();
        for (Decision decision : decisions) {
            for (Decision.Granted granted : decision.granted()) {
                given.add(List.of(decision.decidedAt(), noticed(granted.effect())));
            }
        }
        return given;
    }

    /** Where lots are kept is nobody's business. */
    private static Effect noticed(Effect effect) {
        return effect instanceof PointsAwarded(var lot, var points, var activeAt, var expiresAt)
                ? new PointsAwarded("", points, activeAt, expiresAt)
                : effect;
    }

    static boolean sameStanding(CustomerState one, CustomerState other) {
        Standing a = one.standing();
        Standing b = other.standing();
        return a.rung() == b.rung() && a.tier().equals(b.tier()) && a.segments().equals(b.segments());
    }
}
