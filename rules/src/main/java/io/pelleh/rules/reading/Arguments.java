package io.pelleh.rules.reading;

import io.pelleh.engine.customer.Rung;
import io.pelleh.rules.reading.Token.Kind;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The constants handed to one verb, taken in order and checked. */
final class Arguments {

    private static final int BASIS_POINTS = 10_000;
    private static final int MAX_SCORE = 5;
    private static final int MAX_DAYS = 3660;
    private static final int MAX_WORD = 128;
    private static final int MAX_NAME = 64;
    private static final int MAX_PRODUCTS = 1_000;

    /** What JSON numbers carry exactly everywhere; minor units, or points. */
    private static final long MAX_AMOUNT = 9_007_199_254_740_991L;

    private final ZoneId zone;
    private final String verb;
    private final List<Token> given;
    private int at;

    Arguments(ZoneId zone, String verb, List<Token> given) {
        this.zone = zone;
        this.verb = verb;
        this.given = given;
    }

    void done() {
        if (at != given.size()) {
            throw new Wrong("effects." + verb + " takes " + at + " values, not " + given.size(), "");
        }
    }

    String word() {
        return word(MAX_WORD);
    }

    /** The name of a segment or tier. */
    String name() {
        return word(MAX_NAME);
    }

    /** Products joined by a plus. */
    List<String> products() {
        Token token = given.get(Math.min(at, given.size() - 1));
        List<String> skus =
                Stream.of(word(MAX_PRODUCTS).split("\\+")).map(String::strip).toList();
        if (skus.size() < 2 || skus.stream().anyMatch(sku -> sku.isEmpty() || sku.length() > MAX_WORD)) {
            throw wrong(token, "at least two products joined by +");
        }
        return skus;
    }

    private String word(int max) {
        Token token = next();
        String text = token.text();
        boolean sound = !text.isBlank()
                && text.length() <= max
                && text.strip().equals(text)
                && text.chars().noneMatch(Character::isISOControl);
        if (token.kind() != Kind.STRING || !sound) {
            throw wrong(token, "a text in quotes, 1 to " + max + " characters without blanks around them,");
        }
        return text;
    }

    Rung rung() {
        Token token = next();
        for (Rung rung : Rung.values()) {
            if (rung.name().equals(token.text().toUpperCase(Locale.ROOT))) {
                return rung;
            }
        }
        throw wrong(token, "one of " + List.of(Rung.values()));
    }

    int score() {
        return between(1, MAX_SCORE);
    }

    int days() {
        return between(1, MAX_DAYS);
    }

    long positive() {
        return between(1, MAX_AMOUNT, "a whole number from 1 to " + MAX_AMOUNT);
    }

    /** Percent, with at most two decimals, as basis points. */
    int percent() {
        Token token = next();
        try {
            BigDecimal points = new BigDecimal(Script.number(token.text())).movePointRight(2);
            if (points.signum() > 0 && points.compareTo(BigDecimal.valueOf(BASIS_POINTS)) <= 0) {
                return points.intValueExact();
            }
        } catch (NumberFormatException e) {
            throw wrong(token, "a percentage");
        } catch (ArithmeticException e) {
            throw wrong(token, "a percentage with at most two decimals");
        }
        throw wrong(token, "a percentage above 0 and up to 100");
    }

    /** The end of the named day. */
    Instant until() {
        return Validity.day(word()).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private int between(int low, int high) {
        return Math.toIntExact(between(low, high, "a whole number from " + low + " to " + high));
    }

    private long between(long low, long high, String expected) {
        Token token = next();
        long number = Comparison.number(token.text());
        if (number < low || number > high) {
            throw wrong(token, expected);
        }
        return number;
    }

    private Token next() {
        if (at == given.size()) {
            throw new Wrong("effects." + verb + " takes more than " + at + " values", "");
        }
        return given.get(at++);
    }

    private Wrong wrong(Token token, String expected) {
        return new Wrong("effects." + verb + " takes " + expected + " as value " + at + ", not " + token.text(), "");
    }
}
