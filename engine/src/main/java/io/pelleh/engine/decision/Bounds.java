package io.pelleh.engine.decision;

import java.math.RoundingMode;

/**
 * What every promotion of a basket is worked out within.
 *
 * @param fullShipping the charge before any promotion, of which percentages are taken; minor units
 * @param allowance what may still be taken off the goods, minor units
 * @param rounding how a percentage becomes minor units
 */
record Bounds(long fullShipping, long allowance, RoundingMode rounding) {}
