package io.pelleh.api.checkout;

import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Near;
import io.pelleh.engine.decision.Onlooker;
import io.pelleh.engine.decision.RuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks on while a basket is decided, where somebody asked what it came near to. For one request. */
final class Looking {

    private final boolean asked;
    private @Nullable Onlooker onlooker;

    Looking(boolean asked) {
        this.asked = asked;
    }

    /** The rules to decide by; a second try begins anew. */
    RuleSet watching(RuleSet rules) {
        if (!asked) {
            return rules;
        }
        Onlooker fresh = new Onlooker(rules);
        onlooker = fresh;
        return fresh;
    }

    /** What the decision came near to, or null where nobody asked. */
    @Nullable
    List<Near> near(Decision decision) {
        Onlooker present = onlooker;
        if (present != null) {
            return present.nearest(decision);
        }
        return asked ? List.of() : null;
    }
}
