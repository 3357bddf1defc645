package io.pelleh.api.coupon;

import io.pelleh.engine.checkout.CouponCode;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How the codes of a batch look.
 *
 * @param text {@code #} stands for a random character, {@code C} at the end behind one or behind a dash for the check
 *     character, everything else for itself; of a given code, that code
 * @param given it is a code, not a pattern
 */
public record CodePattern(String text, boolean given) {

    /** Characters of a code as it is shown. */
    static final int MAX_LENGTH = 64;

    /** What a guesser has to find out more than how many codes there are, in bits. */
    static final int MIN_BITS = 40;

    /** Digits and letters that nobody takes for another: without 0, 1, I and O. */
    static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int BITS = 5;
    private static final char RANDOM = '#';

    /** What is wrong with a pattern, if anything is. */
    static Optional<String> flaw(String text, int count) {
        if (!text.chars().allMatch(CodePattern::known)) {
            return Optional.of("a pattern has A to Z, 0 to 9, dashes and #");
        }
        CodePattern pattern = new CodePattern(text, false);
        int needed = pattern.needed(count);
        return pattern.randoms() >= needed
                ? Optional.empty()
                : Optional.of("codes could be guessed: " + count + " of them need at least " + needed
                        + " random characters (#), and the pattern has " + pattern.randoms());
    }

    private static boolean known(int c) {
        return c == RANDOM || c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    private int randoms() {
        return (int) text.chars().filter(c -> c == RANDOM).count();
    }

    /** Random characters for so many codes: one guess finds none but once in 2^{@value #MIN_BITS}. */
    private int needed(int count) {
        int bits = MIN_BITS + Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
        return (bits + BITS - 1) / BITS;
    }

    boolean checked() {
        int last = text.length() - 1;
        return !given && last > 0 && text.charAt(last) == 'C' && "#-".indexOf(text.charAt(last - 1)) >= 0;
    }

    /** Makes one code, in its normal form. One whose check character could be taken for another is made anew. */
    public String next(RandomGenerator random) {
        StringBuilder code = new StringBuilder(text.length());
        do {
            code.setLength(0);
            fill(code, random);
        } while (checked() && ALPHABET.indexOf(code.charAt(code.length() - 1)) < 0);
        return code.toString();
    }

    private void fill(StringBuilder code, RandomGenerator random) {
        int end = text.length() - (checked() ? 1 : 0);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == RANDOM) {
                code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            } else if (c != '-') {
                code.append(c);
            }
        }
        if (checked()) {
            code.append(CheckCharacter.of(code));
        }
    }

    /** A code with the dashes of the pattern, as it is printed. */
    public String shown(String normal) {
        if (given) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            shown.append(text.charAt(i) == '-' ? '-' : normal.charAt(next++));
        }
        return shown.toString();
    }

    /** The one code of a batch that has a given code, in its normal form. */
    String normal() {
        return CouponCode.normal(text);
    }
}
