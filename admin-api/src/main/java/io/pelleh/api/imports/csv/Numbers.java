package io.pelleh.api.imports.csv;

import io.pelleh.engine.program.Program;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads quantities and amounts as one file writes them. */
final class Numbers {

    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d{1,15}(?:\\.\\d{1,15})?");
    private static final int RIALS_PER_TOMAN_DIGITS = 1;
    private static final int MAX_SCALE = 4;

    /** Powers of ten from the unit of the file to the program's minor unit. */
    private final int shift;

    Numbers(Mapping.Unit unit, Program program) {
        this.shift = switch (unit) {
            case MAJOR -> program.currency().exponent();
            case MINOR -> 0;
            case TOMAN -> program.currency().exponent() + RIALS_PER_TOMAN_DIGITS;
        };
    }

    /** Money in minor units, with at most four decimals. */
    BigDecimal money(String text, String unreadable) throws RowRejected {
        BigDecimal minor = number(text, unreadable).movePointRight(shift);
        if (minor.scale() <= MAX_SCALE) {
            return minor;
        }
        BigDecimal stripped = minor.stripTrailingZeros();
        if (stripped.scale() > MAX_SCALE) {
            throw new RowRejected("too_many_decimals");
        }
        return stripped;
    }

    static long whole(String text, String unreadable) throws RowRejected {
        try {
            return number(text, unreadable).longValueExact();
        } catch (ArithmeticException e) {
            throw new RowRejected(unreadable);
        }
    }

    static BigDecimal number(String text, String unreadable) throws RowRejected {
        String latin = Script.latin(text);
        String plain = GROUPED.matcher(latin).matches() ? latin.replace(",", "") : latin;
        if (!PLAIN.matcher(plain).matches()) {
            throw new RowRejected(unreadable);
        }
        return new BigDecimal(plain);
    }
}
