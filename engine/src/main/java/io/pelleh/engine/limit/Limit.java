package io.pelleh.engine.limit;

import io.pelleh.engine.program.Period;

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
        ADDRESS
    }

    /** The count for everybody, which has no key. */
    public static Limit inAll(String owner, Measure of, Period each, long amount) {
        return new Limit(owner, of, Per.ALL, each, amount);
    }

    /** Whether it may ever refuse. */
    public boolean bounds() {
        return amount != Long.MAX_VALUE;
    }

    /** The id of its counter for one key; the key of {@link Per#ALL} is empty. */
    public String counter(String key) {
        return owner + of.mark + (per == Per.ALL ? "" : "@" + per.name().charAt(0) + ":" + key);
    }
}
