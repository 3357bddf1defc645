package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CouponCode;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up the codes of a basket that no rule knows by name; a basket without such codes costs nothing. */
public final class CodeLookup {

    private final Journal journal;
    private final RuleSet rules;
    private final ProgramId program;

    CodeLookup(Journal journal, RuleSet rules, ProgramId program) {
        this.journal = journal;
        this.rules = rules;
        this.program = program;
    }

    /**
     * What is on file of the codes that a checkout closes with; nothing for other events.
     *
     * @param at null where neither holds nor uses count
     */
    static List<CouponOnFile> of(Journal journal, RuleSet rules, Event event, @Nullable Instant at) {
        return event.happening() instanceof CheckoutClosed closed
                ? new CodeLookup(journal, rules, event.id().program()).files(closed.checkout(), closed.goods(), at)
                : List.of();
    }

    /**
     * What is on file of the codes that no rule knows by name.
     *
     * @param at null where neither holds nor uses count
     */
    public List<CouponOnFile> files(CheckoutId checkout, Goods goods, @Nullable Instant at) {
        Set<String> unnamed = unnamed(goods);
        return unnamed.isEmpty() ? List.of() : journal.coupons(new CouponsAsked(program, unnamed, checkout, at));
    }

    /** The codes that no rule knows by name, in their normal form. */
    public Set<String> unnamed(Goods goods) {
        if (goods.coupons().isEmpty()) {
            return Set.of();
        }
        Set<String> unnamed = new LinkedHashSet<>();
        for (String code : goods.coupons()) {
            if (rules.coupons(code).isEmpty()) {
                unnamed.add(CouponCode.normal(code));
            }
        }
        unnamed.remove("");
        return unnamed;
    }

    /** The codes that neither a rule nor a batch knows, in their normal form. */
    public Set<String> unknown(CheckoutId checkout, Goods goods) {
        Set<String> left = new LinkedHashSet<>(unnamed(goods));
        files(checkout, goods, null).forEach(file -> left.remove(file.code()));
        return left;
    }
}
