package io.pelleh.api.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number in one form, {@code +989121234567}, however it was written. */
final class PhoneNumber {

    private static final Pattern SEPARATORS =
            Pattern.compile("[\\s\\u200b-\\u200f\\u202a-\\u202e().\\-/\\u2010-\\u2015]");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern IRANIAN_MOBILE = Pattern.compile("(?:0098|\\+98|98|0)?(9[0-9]{9})");
    private static final Pattern IRANIAN_MOBILE_TRUNK = Pattern.compile("\\+980(9[0-9]{9})");

    private PhoneNumber() {}

    /**
     * Normalises a number: Persian and Arabic digits, separators, {@code 00} for {@code +}.
     *
     * @param iranian whether a number without a country is Iranian
     * @return empty when it is no number
     */
    static Optional<String> normal(String text, boolean iranian) {
        String digits = SEPARATORS.matcher(latinDigits(text)).replaceAll("");
        var trunk = IRANIAN_MOBILE_TRUNK.matcher(digits);
        if (trunk.matches()) {
            return Optional.of("+98" + trunk.group(1));
        }
        var mobile = IRANIAN_MOBILE.matcher(digits);
        if (mobile.matches() && (iranian || digits.startsWith("+98") || digits.startsWith("0098"))) {
            return Optional.of("+98" + mobile.group(1));
        }
        String plus = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        return Optional.of(plus).filter(number -> INTERNATIONAL.matcher(number).matches());
    }

    /** Every decimal digit of any script as 0-9. */
    static String latinDigits(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            boolean decimal = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER && digit >= 0;
            latin.appendCodePoint(decimal ? '0' + digit : c);
        });
        return latin.toString();
    }
}
