package io.pelleh.engine.limit;

import io.pelleh.engine.program.Period;
import java.util.regex.Pattern;

/**
 * How much of something may be used up, where all nodes must agree: a counter in MySQL.
 *
 * @param owner what is limited: a promotion's id, or {@value #CAMPAIGN} and the name of its campaign
 * @param of what is counted
 * @param per for whom there is a count of its own
 * @param each how long a count lasts
 * @param amount uses, or minor units; {@link Long#MAX_VALUE} to count without a limit
 */
public record Limit(String owner, Measure of, Per per, Period each, long amount) {

    /** Stands before the name of a campaign that limits its promotions together. */
    public static final String CAMPAIGN = "campaigns/";

    private static final Pattern KEYED = Pattern.compile("@[CDA]:");

    /** What is counted. */
    public enum Measure {
        /** How often it is granted, once for a basket. */
        USES(""),
        /** Minor units it takes off, shipping included. */
        MONEY("#money"),
        /** Minor units that the goods of its baskets cost after discounts. */
        SALES("#sales"),
        /** Open baskets in which it is shown to somebody, each once. */
        SHOWN("#shown");

        private final String mark;

        Measure(String mark) {
            this.mark = mark;
        }
    }

    /** For whom there is a count of its own. */
    public enum Per {
        ALL,
        CUSTOMER,
        CODE,
        DEVICE,
        ADDRESS;

        private String mark(String key) {
            return this == ALL ? "" : "@" + name().charAt(0) + ":" + key;
        }

        /** Whether a counter is the one of this key. */
        public boolean counts(Counter counter, String key) {
            return counter.id().endsWith(mark(key));
        }
    }

    /** The count for everybody, which has no key. */
    public static Limit inAll(String owner, Measure of, Period each, long amount) {
        return new Limit(owner, of, Per.ALL, each, amount);
    }

    /** Whether a counter is one of many that a limit has, each for a customer, a code, a device or an address. */
    public static boolean keyed(Counter counter) {
        return KEYED.matcher(counter.id()).find();
    }

    /** Whether it may ever refuse. */
    public boolean bounds() {
        return amount != Long.MAX_VALUE;
    }

    /** The id of its counter for one key; the key of {@link Per#ALL} is empty. */
    public String counter(String key) {
        return owner + of.mark + per.mark(key);
    }
}
