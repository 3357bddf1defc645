package io.pelleh.engine.flow;

import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Decider.Decided;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question;
import java.util.Set;

/** A decision of which everything was counted, and what it had to do without. */
record Counted(Inputs inputs, Decided decided) {

    /** Decides without what is refused, until nothing is. */
    static Counted decide(Question asked, Counting counting) {
        Question question = asked;
        Decided decided = Decider.decide(question);
        for (Set<String> refused = counting.take(decided.decision());
                !refused.isEmpty();
                refused = counting.take(decided.decision())) {
            question = question.without(question.inputs().without(refused));
            decided = Decider.decide(question);
        }
        return new Counted(question.inputs(), decided);
    }
}
