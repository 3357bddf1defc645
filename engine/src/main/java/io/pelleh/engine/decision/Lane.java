package io.pelleh.engine.decision;

/**
 * A lane of promotions: inside they compete, and lanes stack in order.
 *
 * @param picks which of those that hold are given
 * @param running each sees the basket as the one before left it; else all see it as the lane found it
 */
public record Lane(String name, Picks picks, boolean running) {

    /** Which promotions of a lane are given. */
    public enum Picks {
        /** The one that takes most off. */
        BEST,
        /** The one with the highest priority. */
        FIRST,
        /** All, the highest priority first. */
        EVERY,
        /** Those that may be given together and take most off. */
        COMBINATION
    }

    /** A lane that gives the best one. */
    public static Lane best(String name) {
        return new Lane(name, Picks.BEST, false);
    }
}
