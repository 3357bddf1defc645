package io.pelleh.engine.decision;

/** The stages of an evaluation, in order; what one finds is a fact for the next. */
public enum Stage {
    SCORING,
    SEGMENTS,
    LADDER,
    TIERS,
    PROMOTIONS
}
