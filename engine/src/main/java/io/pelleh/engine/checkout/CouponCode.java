package io.pelleh.engine.checkout;

import java.text.Normalizer;
import java.util.Locale;

/** The one form in which the codes of batches are kept and compared: nobody types a code exactly as it was printed. */
public final class CouponCode {

    private static final int ARABIC_KAF = 0x643;
    private static final int PERSIAN_KEHEH = 0x6A9;
    private static final int ARABIC_YEH = 0x64A;
    private static final int PERSIAN_YEH = 0x6CC;
    private static final int MINUS = 0x2212;

    private CouponCode() {}

    /**
     * Upper case with Latin digits, and without blanks, dashes, underscores and what cannot be seen; Arabic kaf and yeh
     * are the Persian ones. Empty where nothing is left.
     */
    public static String normal(String given) {
        StringBuilder normal = new StringBuilder(given.length());
        Normalizer.normalize(given, Normalizer.Form.NFKC)
                .codePoints()
                .filter(CouponCode::counts)
                .map(CouponCode::usual)
                .forEach(normal::appendCodePoint);
        return normal.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean counts(int c) {
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT,
                    Character.CONTROL -> false;
            default -> c != MINUS;
        };
    }

    private static int usual(int c) {
        return switch (c) {
            case ARABIC_KAF -> PERSIAN_KEHEH;
            case ARABIC_YEH -> PERSIAN_YEH;
            default -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c;
        };
    }
}
