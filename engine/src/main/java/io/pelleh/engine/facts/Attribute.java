package io.pelleh.engine.facts;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * One attribute a condition may look at.
 *
 * <p>Its {@link #path()} is what stands in a rule: {@code customer.tier}, {@code basket.total}, {@code item.category},
 * {@code bought.days}. Inside a pattern of the same subject the first word is left out: {@code Basket(total >= 100)}.
 */
public sealed interface Attribute {

    /** What stands between the subject and the name of an attribute that a shop declared. */
    String OWN = ".attributes.";

    String path();

    /** Whether a shop declared it: a value that its checkout sends along. */
    default boolean own() {
        return path().contains(OWN);
    }

    /** Whether doing more of what the shop wants raises it and never lowers it, so that one can say how much is missing. */
    default boolean grows() {
        return Growing.has(path());
    }

    /** How its value changes while nothing happens. */
    default Change change() {
        return Change.NONE;
    }

    /** The value, as text for people. */
    String text(Situation situation);

    /** The subject of the path: {@code customer}, {@code basket}, {@code item} or {@code bought}. */
    default String subject() {
        return path().substring(0, path().indexOf('.'));
    }

    /** Whole numbers: counts, days, or money in minor units. */
    record Numeric(String path, Unit unit, Change change, ToLongFunction<Situation> read) implements Attribute {
        @Override
        public String text(Situation situation) {
            return Long.toString(read.applyAsLong(situation));
        }
    }

    /** One of some words; empty when unknown. */
    record Text(String path, Function<Situation, String> read) implements Attribute {
        @Override
        public String text(Situation situation) {
            return read.apply(situation);
        }
    }

    /** Yes or no. */
    record Flag(String path, Predicate<Situation> read) implements Attribute {
        @Override
        public String text(Situation situation) {
            return Boolean.toString(read.test(situation));
        }
    }

    /** Several words. */
    record Words(String path, Function<Situation, List<String>> read) implements Attribute {
        @Override
        public String text(Situation situation) {
            return String.join(", ", read.apply(situation));
        }
    }

    /** What a number counts. */
    enum Unit {
        COUNT,
        DAYS,
        MONEY,
        POINTS,
        SCORE
    }

    /**
     * How a number changes with time alone.
     *
     * @param since for an age, what it counts from
     * @param window for a sum over the last days, their number, else 0
     */
    record Change(Since since, int window) {
        public static final Change NONE = new Change(Since.NOTHING, 0);

        public static Change age(Since since) {
            return new Change(since, 0);
        }

        public static Change window(int days) {
            return new Change(Since.NOTHING, days);
        }

        public boolean withTime() {
            return since != Since.NOTHING || window > 0;
        }
    }

    /** What an age counts from. */
    enum Since {
        NOTHING,
        LAST_ORDER,
        FIRST_CONTACT,
        LAST_ACTIVITY,
        LAST_PURCHASE_OF_PRODUCT
    }
}
