package io.pelleh.rules.compiled;

import io.pelleh.engine.facts.Bought;
import io.pelleh.engine.facts.Item;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.match.Matches;
import io.pelleh.rules.match.Scene;
import org.jspecify.annotations.Nullable;

/** Where compiled rules say that they hold; all that they can reach. */
public final class Sink {

    private final Matches matches;
    private final int[] places;
    private @Nullable Scene scene;

    Sink(Matches matches, int[] places) {
        this.matches = matches;
        this.places = places.clone();
    }

    void turnTo(@Nullable Scene next) {
        this.scene = next;
    }

    /**
     * A rule held.
     *
     * @param rule its number among the compiled rules
     */
    public void met(int rule) {
        matches.add(places[rule], 0);
    }

    /** A rule held for a fact. */
    public void met(int rule, Situation fact) {
        matches.add(places[rule], number(fact));
    }

    private int number(Situation fact) {
        if (fact instanceof Item item) {
            return 1 + item.index();
        }
        return fact instanceof Bought bought && scene != null
                ? scene.firstBought() + scene.bought().indexOf(bought)
                : 0;
    }
}
