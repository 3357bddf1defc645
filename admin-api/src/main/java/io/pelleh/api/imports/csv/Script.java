package io.pelleh.api.imports.csv;

/** Persian and Arabic writing in one form. */
final class Script {

    private static final char ARABIC_YEH = '\u064a';
    private static final char PERSIAN_YEH = '\u06cc';
    private static final char ARABIC_KAF = '\u0643';
    private static final char PERSIAN_KAF = '\u06a9';
    private static final char ARABIC_DECIMAL_POINT = '\u066b';
    private static final char ARABIC_THOUSANDS = '\u066c';
    private static final int ASCII = 128;

    private Script() {}

    /** The same text with Latin digits and Latin decimal signs. */
    static String latin(String text) {
        return ascii(text) ? text : each(text, Script::latin);
    }

    /** The same text with the Persian forms of yeh and kaf, so that one name is one text. */
    static String persian(String text) {
        return ascii(text) ? text : text.replace(ARABIC_YEH, PERSIAN_YEH).replace(ARABIC_KAF, PERSIAN_KAF);
    }

    private static char latin(char c) {
        return switch (c) {
            case ARABIC_DECIMAL_POINT -> '.';
            case ARABIC_THOUSANDS -> ',';
            default -> {
                boolean digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
                yield digit ? (char) ('0' + Character.digit(c, 10)) : c;
            }
        };
    }

    private interface Letter {
        char of(char c);
    }

    private static String each(String text, Letter letter) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = letter.of(chars[i]);
        }
        return new String(chars);
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }
}
