package io.pelleh.api.journal.json;

import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.Rule.Limits;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.decision.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule without its conditions: those stand beside it, with the values they met. */
record RuleDocument(
        String id,
        String campaign,
        long version,
        String lane,
        int priority,
        @Nullable Long perCustomer,
        @Nullable TermsDocument terms) {

    /** The terms that a return or a report asks about later. */
    record TermsDocument(String coupon, Terms.OnReturn onReturn) {

        static @Nullable TermsDocument of(Rule rule) {
            Terms terms = rule.terms();
            boolean plain = terms.coupon().isEmpty() && terms.onReturn() == Terms.OnReturn.KEEP;
            return plain ? null : new TermsDocument(terms.coupon(), terms.onReturn());
        }

        Terms terms() {
            return new Terms(coupon, false, List.of(), onReturn, Terms.Reach.ALL, List.of(), Texts.NONE);
        }
    }

    static RuleDocument of(Rule rule) {
        Limits limits = rule.limits();
        return new RuleDocument(
                rule.id(),
                rule.campaign(),
                rule.version(),
                rule.lane(),
                rule.priority(),
                limits.perCustomerCounted() ? limits.perCustomer() : null,
                TermsDocument.of(rule));
    }

    Rule rule(List<Condition.Seen> because) {
        Limits limits = perCustomer == null ? Limits.NONE : new Limits(perCustomer, List.of());
        return new Rule(
                id,
                campaign,
                version,
                lane,
                priority,
                limits,
                because.stream().map(Condition.Seen::condition).toList(),
                terms == null ? Terms.NONE : terms.terms());
    }
}
