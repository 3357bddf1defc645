package io.pelleh.engine.flow;

import io.pelleh.engine.decision.Decider.Decided;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.event.Event;
import java.util.List;

/** The last decision about an event, and the inputs it was made with: with codes, without what may not be shown. */
record Settled(Inputs inputs, Decided decided) {

    Decision decision() {
        return decided.decision();
    }

    /** What is written of it. */
    Commit.Step step(Event event, List<Event> caused) {
        return new Commit.Step(event, inputs, decided.decision(), decided.order(), caused);
    }
}
