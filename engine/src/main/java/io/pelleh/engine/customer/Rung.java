package io.pelleh.engine.customer;

/** A place on the loyalty ladder, lowest first. */
public enum Rung {
    SUSPECT,
    PROSPECT,
    CUSTOMER,
    REPEAT,
    LOYAL,
    ADVOCATE
}
