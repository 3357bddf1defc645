package io.pelleh.engine.decision;

import io.pelleh.engine.facts.Attribute.Unit;

/**
 * How much of one thing is missing for a promotion of which everything else holds.
 *
 * @param missing more than 0; minor units where it is money
 */
public record Distance(String attribute, Unit unit, long missing) {}
