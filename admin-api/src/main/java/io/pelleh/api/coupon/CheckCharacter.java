package io.pelleh.api.coupon;

/**
 * The check character of ISO/IEC 7064, MOD 37,36, over digits and letters A to Z: it finds every single wrong character,
 * and nearly every two that changed places.
 */
final class CheckCharacter {

    private static final int MODULUS = 36;

    private CheckCharacter() {}

    /** The character to be put behind a code in its normal form. */
    static char of(CharSequence code) {
        int value = (MODULUS + 1 - product(code)) % MODULUS;
        return (char) (value < 10 ? '0' + value : 'A' + value - 10);
    }

    /** Whether the last character is the one of those before it. */
    static boolean fits(String code) {
        int last = code.length() - 1;
        return last > 0 && of(code.substring(0, last)) == code.charAt(last);
    }

    private static int product(CharSequence code) {
        int product = MODULUS;
        for (int i = 0; i < code.length(); i++) {
            int sum = (product + value(code.charAt(i))) % MODULUS;
            product = 2 * (sum == 0 ? MODULUS : sum) % (MODULUS + 1);
        }
        return product;
    }

    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A' + 10;
        }
        throw new IllegalArgumentException("a code has digits and letters A to Z: " + c);
    }
}
