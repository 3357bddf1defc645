package io.pelleh.engine.decision;

import io.pelleh.engine.limit.Limit;
import java.util.List;
import java.util.stream.Stream;

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
     * How often a promotion may be granted, and how much it may take off.
     *
     * @param perCustomer times each customer may have it, counted in the customer's state; {@link Long#MAX_VALUE} for
     *     as often as asked
     * @param shared limits whose counters all nodes share, also those of its campaign
     */
    public record Limits(long perCustomer, List<Limit> shared) {

        public static final Limits NONE = new Limits(Long.MAX_VALUE, List.of());

        public Limits {
            shared = List.copyOf(shared);
        }

        /** These and more that all nodes share. */
        public Limits and(List<Limit> more) {
            return new Limits(
                    perCustomer, Stream.concat(shared.stream(), more.stream()).toList());
        }

        /** Whether anything may ever keep the promotion back. */
        public boolean any() {
            return perCustomerCounted() || shared.stream().anyMatch(Limit::bounds);
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

    /** The same rule with more limits. */
    public Rule within(List<Limit> more) {
        return new Rule(id, campaign, version, lane, priority, limits.and(more), conditions, terms);
    }

    /** The same rule, told to shoppers in these words. */
    public Rule told(Texts words) {
        return new Rule(id, campaign, version, lane, priority, limits, conditions, terms.told(words));
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
