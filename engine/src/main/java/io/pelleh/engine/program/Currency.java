package io.pelleh.engine.program;

import java.math.RoundingMode;

/**
 * What a program counts its money in. Every amount is in minor units.
 *
 * @param code ISO 4217
 * @param exponent decimal digits of a minor unit (IRR 0, EUR 2)
 * @param rounding how what is worked out becomes whole minor units, each amount once
 */
public record Currency(String code, int exponent, RoundingMode rounding) {

    private static final int MAX_EXPONENT = 4;

    public Currency {
        if (code.length() != 3 || exponent < 0 || exponent > MAX_EXPONENT || rounding == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code with exponent 0-4: " + code);
        }
    }

    /** Rounded half up, as most shops do. */
    public static Currency of(String code, int exponent) {
        return new Currency(code, exponent, RoundingMode.HALF_UP);
    }
}
