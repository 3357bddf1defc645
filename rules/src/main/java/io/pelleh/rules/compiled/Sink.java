package io.pelleh.rules.compiled;

import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.engine.facts.Bought;
import io.pelleh.engine.facts.Item;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.match.Matches;
import io.pelleh.rules.match.Scene;
import org.jspecify.annotations.Nullable;

/** Where compiled rules say that they hold; all that they can reach. */
public final class Sink {

    private static final long MAX_NANOS = 2_000_000_000;

    private final Matches matches;
    private final int[] places;
    private @Nullable Scene scene;
    private long began;

    Sink(Matches matches, int[] places) {
        this.matches = matches;
        this.places = places.clone();
    }

    void turnTo(@Nullable Scene next) {
        this.scene = next;
        this.began = System.nanoTime();
    }

    /**
     * A rule held.
     *
     * @param rule its number among the compiled rules
     */
    public void met(int rule) {
        inTime();
        matches.add(places[rule], 0);
    }

    /** A rule held for a fact. */
    public void met(int rule, Situation fact) {
        inTime();
        matches.add(places[rule], number(fact));
    }

    private void inTime() {
        if (System.nanoTime() - began > MAX_NANOS) {
            throw new EvaluationFailed("rules took longer than " + MAX_NANOS + " ns on one basket");
        }
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
