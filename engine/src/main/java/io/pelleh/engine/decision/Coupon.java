package io.pelleh.engine.decision;

import java.time.Instant;

/** A code that a promotion asks for, and from when until when it counts. */
public record Coupon(String code, Rule rule, Instant from, Instant until) {}
