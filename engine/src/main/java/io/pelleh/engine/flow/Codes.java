package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CouponCode;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.flow.Door.Shown;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up the codes of a basket that no rule knows by name; a basket without such codes costs nothing. */
final class Codes {

    private final Journal journal;
    private final RuleSet rules;

    Codes(Journal journal, RuleSet rules) {
        this.journal = journal;
        this.rules = rules;
    }

    /**
     * What is on file of the codes that a checkout closes with; nothing for other events.
     *
     * @param at null where neither holds nor uses count
     */
    List<CouponOnFile> of(Event event, @Nullable Instant at) {
        if (!(event.happening() instanceof CheckoutClosed closed)) {
            return List.of();
        }
        Set<String> unknown = unknown(closed.goods());
        return unknown.isEmpty()
                ? List.of()
                : journal.coupons(new CouponsAsked(event.id().program(), unknown, closed.checkout(), at));
    }

    /** The codes that neither a rule nor a batch knows, in their normal form. */
    Set<String> nowhere(ProgramId program, Shown basket) {
        Set<String> left = new LinkedHashSet<>(unknown(basket.goods()));
        if (!left.isEmpty()) {
            journal.coupons(new CouponsAsked(program, left, basket.checkout(), null))
                    .forEach(file -> left.remove(file.code()));
        }
        return left;
    }

    /** The codes that no rule knows by name, in their normal form. */
    Set<String> unknown(Goods goods) {
        if (goods.coupons().isEmpty()) {
            return Set.of();
        }
        Set<String> unknown = new LinkedHashSet<>();
        for (String code : goods.coupons()) {
            if (rules.coupons(code).isEmpty()) {
                unknown.add(CouponCode.normal(code));
            }
        }
        unknown.remove("");
        return unknown;
    }
}
