package io.pelleh.engine.decision;

import java.util.List;

/**
 * The identity of a rule or table row, stamped on everything it asks for.
 *
 * @param id unique in its release, {@code "promotions/free-shipping/gold"}: kind, rule set, rule or row name
 * @param campaign campaign it belongs to, or empty
 * @param version version of its rule set
 * @param priority higher wins between equals
 * @param limits how often it may be granted
 * @param terms how it meets other promotions, and how far it goes
 */
public record Rule(
        String id,
        String campaign,
        long version,
        String lane,
        int priority,
        Limits limits,
        List<Condition> conditions,
        Terms terms) {

    /** Stands for no promotion, where something is refused that belongs to none. */
    public static final Rule NONE = new Rule("", "", 0, "", 0, Limits.NONE, List.of(), Terms.NONE);

    /**
     * How often a promotion may be granted in all and per customer, and how much money it may take off in all;
     * {@link Long#MAX_VALUE} for as often and as much as asked.
     *
     * @param budget minor units, shipping included
     */
    public record Limits(long uses, long perCustomer, long budget) {

        public static final Limits NONE = new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

        public boolean budgeted() {
            return budget != Long.MAX_VALUE;
        }

        public boolean counted() {
            return uses != Long.MAX_VALUE;
        }

        public boolean perCustomerCounted() {
            return perCustomer != Long.MAX_VALUE;
        }
    }

    public Rule {
        conditions = List.copyOf(conditions);
    }

    /** The same rule in another version of its rule set. */
    public Rule in(long ruleSetVersion) {
        return new Rule(id, campaign, ruleSetVersion, lane, priority, limits, conditions, terms);
    }

    /** The same rule, redeeming a code. */
    Rule asking(String code) {
        return new Rule(id, campaign, version, lane, priority, limits, conditions, terms.asking(code));
    }

    /** What becomes of it when a part of the order comes back and the rest no longer qualifies. */
    public Terms.OnReturn onReturn() {
        return terms.onReturn();
    }

    /** The last part of its id. */
    public String name() {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** The rule set this rule belongs to: its id less the last part. */
    public String ruleSet() {
        return id.substring(0, Math.max(0, id.lastIndexOf('/')));
    }
}
