package io.pelleh.engine.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * A value that a shop's checkout sends along under a name of the shop's own; equal to others of that name.
 *
 * @param item whether a line of the basket carries it, not the basket
 */
record OwnValue(boolean item, String name)
        implements ToLongFunction<Situation>, Function<Situation, String>, Predicate<Situation> {

    private static final BigDecimal LOW = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal HIGH = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int MAX_LENGTH = 40;

    /** What {@code basket.attributes.colour} or {@code item.attributes.colour} means. */
    static Optional<OwnValue> ofPath(String path) {
        int name = path.indexOf(Attribute.OWN) + Attribute.OWN.length();
        if (path.startsWith("basket" + Attribute.OWN)) {
            return Optional.of(new OwnValue(false, path.substring(name)));
        }
        return path.startsWith("item" + Attribute.OWN)
                ? Optional.of(new OwnValue(true, path.substring(name)))
                : Optional.empty();
    }

    @Override
    public String apply(Situation situation) {
        return item
                ? Objects.requireNonNull(situation.item(), "no item").attribute(name)
                : Objects.requireNonNull(situation.basket(), "no basket").attribute(name);
    }

    @Override
    public long applyAsLong(Situation situation) {
        return number(apply(situation));
    }

    @Override
    public boolean test(Situation situation) {
        return flag(apply(situation));
    }

    /** Rounded down; 0 when it is missing or no number. */
    static long number(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return 0;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            boolean small = number.compareTo(LOW) >= 0 && number.compareTo(HIGH) <= 0;
            return small ? number.setScale(0, RoundingMode.FLOOR).longValueExact() : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static boolean flag(String text) {
        return text.equals("true");
    }
}
