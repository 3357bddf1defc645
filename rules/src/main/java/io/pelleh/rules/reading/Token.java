package io.pelleh.rules.reading;

/**
 * One word of a condition or of what a rule asks for; text is without its quotes.
 *
 * @param line of the text it was cut from, from 0
 */
record Token(Kind kind, String text, int line) {

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbol);
    }
}
