package io.pelleh.engine.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * A value that a shop tells under a name of its own; equal to others of that name.
 *
 * @param of who or what has it
 */
record OwnValue(Owner of, String name)
        implements ToLongFunction<Situation>, Function<Situation, String>, Predicate<Situation> {

    private static final BigDecimal LOW = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal HIGH = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int MAX_LENGTH = 40;

    /** Who or what has values of a shop's own. */
    enum Owner {
        CUSTOMER,
        BASKET,
        ITEM;

        private final String start = name().toLowerCase(Locale.ROOT) + Attribute.OWN;
    }

    /** What {@code basket.attributes.colour}, {@code item.…} or {@code customer.…} means. */
    static Optional<OwnValue> ofPath(String path) {
        return Arrays.stream(Owner.values())
                .filter(owner -> path.startsWith(owner.start))
                .findFirst()
                .map(owner -> new OwnValue(owner, path.substring(owner.start.length())));
    }

    @Override
    public String apply(Situation situation) {
        return switch (of) {
            case CUSTOMER -> situation.customer().attribute(name);
            case BASKET ->
                Objects.requireNonNull(situation.basket(), "no basket").attribute(name);
            case ITEM -> Objects.requireNonNull(situation.item(), "no item").attribute(name);
        };
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
        return parsed(text).orElse(0L);
    }

    /** Rounded down; empty when it is no number that can be counted with. */
    static Optional<Long> parsed(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            boolean small = number.compareTo(LOW) >= 0 && number.compareTo(HIGH) <= 0;
            if (number.scale() > MAX_LENGTH) {
                // Next to nothing, like 1e-999999999: to round it would take all memory.
                return Optional.of(number.signum() < 0 ? -1L : 0L);
            }
            return small ? Optional.of(number.setScale(0, RoundingMode.FLOOR).longValueExact()) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static boolean flag(String text) {
        return text.equals("true");
    }
}
