package io.pelleh.rules.vocabulary;

import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Attribute;
import java.util.EnumSet;
import java.util.Set;

/** Which kinds of rules may look at an attribute. */
public final class Kinds {

    private Kinds() {}

    /** Baskets exist in promotions only, and a segment is entered where segments are found. */
    public static Set<Stage> of(Attribute attribute) {
        if (attribute.subject().equals("basket") || attribute.subject().equals("item")) {
            return EnumSet.of(Stage.PROMOTIONS);
        }
        return attribute.path().equals("customer.enteredSegment")
                ? EnumSet.range(Stage.LADDER, Stage.PROMOTIONS)
                : EnumSet.allOf(Stage.class);
    }
}
