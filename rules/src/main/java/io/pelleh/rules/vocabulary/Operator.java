package io.pelleh.rules.vocabulary;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Bilingual;
import java.util.List;
import java.util.Optional;

/** How an attribute is compared. */
public enum Operator {
    EQUAL("==", "is", "برابر است با"),
    NOT_EQUAL("!=", "is not", "برابر نیست با"),
    LESS("<", "is less than", "کمتر است از"),
    AT_MOST("<=", "is at most", "حداکثر"),
    MORE(">", "is more than", "بیشتر است از"),
    AT_LEAST(">=", "is at least", "دست‌کم"),
    IN("in", "is one of", "یکی است از"),
    NOT_IN("not in", "is none of", "هیچ‌یک نیست از"),
    CONTAINS("contains", "include", "دارد"),
    NOT_CONTAINS("not contains", "do not include", "ندارد");

    private static final List<Operator> OF_NUMBERS =
            List.of(EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST, IN, NOT_IN);
    private static final List<Operator> OF_TEXTS = List.of(EQUAL, NOT_EQUAL, IN, NOT_IN);

    private final String sign;
    private final String english;
    private final String persian;

    Operator(String sign, String english, String persian) {
        this.sign = sign;
        this.english = english;
        this.persian = persian;
    }

    public String sign() {
        return sign;
    }

    /** How people speak of it. */
    public Bilingual label() {
        return new Bilingual(english, persian);
    }

    public static Optional<Operator> of(String sign) {
        for (Operator operator : values()) {
            if (operator.sign.equals(sign)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** Those an attribute can be compared with; {@code !=} on yes or no is taken too, but says what {@code ==} does. */
    public static List<Operator> fitting(Attribute attribute) {
        return switch (attribute) {
            case Attribute.Numeric n -> OF_NUMBERS;
            case Attribute.Text t -> OF_TEXTS;
            case Attribute.Flag f -> List.of(EQUAL);
            case Attribute.Words w -> List.of(CONTAINS, NOT_CONTAINS);
        };
    }

    public boolean orders() {
        return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
    }

    public boolean lists() {
        return this == IN || this == NOT_IN;
    }

    public boolean contains() {
        return this == CONTAINS || this == NOT_CONTAINS;
    }
}
