package io.pelleh.rules.match;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Rule;
import io.pelleh.rules.reading.Validity;
import java.util.List;

/** What a rule says when it holds. */
record Saying(Rule rule, List<Ask> asks, Validity validity) {

    Saying {
        asks = List.copyOf(asks);
    }

    /** Whether it is said for each line that matches, not once for the basket. */
    boolean forLine(Ask ask) {
        return ask.ofLines() || rule.terms().reach().together();
    }
}
