package io.pelleh.engine.decision;

/** A lane of promotions: inside they compete, and lanes stack in order. */
public record Lane(String name, Picks picks, Sees sees) {

    /** Which promotions of a lane are given. */
    public enum Picks {
        /** The one that takes most off. */
        BEST,
        /** The one with the highest priority. */
        FIRST,
        /** All, the highest priority first. */
        EVERY,
        /** Those that may be given together and take most off. */
        COMBINATION,
        /** All of the campaign whose promotions take most off together. */
        CAMPAIGN
    }

    /** What a promotion sees of those given before it in the lane. */
    public enum Sees {
        /** Nothing: it is judged and valued on the basket as the lane found it. */
        OPENING,
        /** It is judged on the basket as the lane found it, and valued on what the ones before left. */
        LEFT,
        /** It is judged and valued on the basket as the one before left it. */
        RUNNING
    }

    /** A lane whose promotions do not see each other. */
    public Lane(String name, Picks picks) {
        this(name, picks, Sees.OPENING);
    }

    /** A lane that gives the best one. */
    public static Lane best(String name) {
        return new Lane(name, Picks.BEST);
    }

    /** Whether several promotions of it may be given, so that one may see another. */
    public static boolean several(Picks picks) {
        return picks == Picks.EVERY || picks == Picks.CAMPAIGN;
    }

    /** Whether conditions are asked again after each promotion. */
    public boolean running() {
        return sees == Sees.RUNNING;
    }
}
