package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.OrderOnFile.Award;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.checkout.Sale;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Standing;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Decision.Release;
import io.pelleh.engine.decision.Decision.Totals;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.points.LedgerEntry;
import io.pelleh.engine.points.Lot;
import io.pelleh.engine.points.PointsPolicy;
import io.pelleh.engine.points.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the winners of the lanes into effects, ledger entries and the state they leave. */
final class Outcome {

    private static final Duration OFFER_LIFE = Duration.ofDays(7);

    private final Question question;
    private final Totals totals;
    private final Resolution sale;
    private final Resolution life;
    private final List<Granted> granted = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private Award award = Award.NONE;
    private final List<Effect> notes = new ArrayList<>();
    private final Draws draws;
    private final CouponsIssued issued;
    private List<Draw> drawn = List.of();

    private int sold;

    /** The lot that the last points went to. */
    private String home = "";

    Outcome(Question question, Totals totals, Resolution sale, Resolution life) {
        this.question = question;
        this.totals = totals;
        this.sale = sale;
        this.life = life;
        this.draws = new Draws(question);
        this.issued = new CouponsIssued(question);
    }

    /** The state with the points that were won and the uses that were counted; call once. */
    CustomerState earn(CustomerState state) {
        CustomerState next = state;
        for (Candidate winner : sale.winners()) {
            next = granted(winner, next);
            award = new Award(home, award.points() + winner.points());
        }
        sold = granted.size();
        for (Candidate winner : life.winners()) {
            next = granted(winner, next);
        }
        return next;
    }

    private CustomerState granted(Candidate winner, CustomerState state) {
        drawn = draws.of(winner, totals.goods() - totals.discount());
        CustomerState next = winner.points() > 0 ? earned(winner, state) : state;
        if (winner.discount() > 0) {
            grant(winner, new Effect.Discount(winner.discount(), boxed(winner.lines())));
        }
        if (winner.shipping() > 0) {
            grant(winner, new Effect.ShippingDiscount(winner.shipping()));
        }
        for (Proposal proposal : winner.once()) {
            switch (proposal.ask()) {
                case Ask.Gift g -> grant(winner, new Effect.Gift(g.sku(), g.quantity()));
                case Ask.Upsell u ->
                    grant(winner, new Effect.UpsellOffer(u.sku(), u.quantity(), u.unitPrice(), until(OFFER_LIFE)));
                case Ask.CrossSell c -> grant(winner, new Effect.CrossSellOffer(c.sku(), c.basisPoints(), c.until()));
                case Ask.WinBack w ->
                    grant(winner, new Effect.WinBackOffer(w.basisPoints(), until(Duration.ofDays(w.days()))));
                case Ask.Message m -> grant(winner, new Effect.MessageQueued(m.template()));
                case Ask.IssueCoupon c -> issued.of(winner, c).ifPresent(effect -> grant(winner, effect));
                default -> {}
            }
        }
        return used(winner.rule(), next);
    }

    private CustomerState earned(Candidate winner, CustomerState state) {
        String id = (question.before().version() + 1) + "-" + ledger.size();
        Lot lot = PointsPolicy.STARTER.lot(question.program(), id, winner.points(), question.now());
        Wallet.Change change = state.wallet().earn(lot);
        ledger.addAll(change.entries());
        home = change.entries().getFirst().lot();
        grant(winner, new Effect.PointsAwarded(home, winner.points(), lot.activeAt(), lot.expiresAt()));
        return state.withWallet(change.wallet());
    }

    private static CustomerState used(Rule rule, CustomerState state) {
        if (!rule.limits().perCustomerCounted()) {
            return state;
        }
        Map<String, Integer> uses = new HashMap<>(state.uses());
        uses.merge(rule.id(), 1, Math::addExact);
        return state.withUses(uses);
    }

    private Instant until(Duration life) {
        return question.now().plus(life);
    }

    private void grant(Candidate winner, Effect effect) {
        granted.add(new Granted(winner.rule(), effect, winner.because(), drawn));
        drawn = List.of();
    }

    private static List<Long> boxed(long[] lines) {
        return Arrays.stream(lines).boxed().toList();
    }

    /** What a checkout gives back stands first among what changed. */
    void refunded(@Nullable Refund back) {
        if (back != null) {
            notes.addFirst(new Effect.Refunded(back));
            withdraw(back);
        }
    }

    /** A code goes with the promotion that brought it; what is used stays used. */
    private void withdraw(Refund back) {
        Sale sold = Objects.requireNonNull(question.inputs().sale());
        for (Sale.Issued code : sold.issued()) {
            boolean gone = back.shares().stream()
                    .anyMatch(share -> share.promotion().equals(code.promotion()) && share.fate() != Refund.Fate.KEPT);
            if (gone) {
                notes.add(new Effect.CouponWithdrawn(code.batch(), code.code(), code.uses()));
            }
        }
    }

    /** What the shop gave by itself, and what differs by it. */
    void settled(Settlement settled) {
        granted.addAll(settled.granted());
        notes.addAll(settled.notes());
    }

    private List<Effect> changes(Standing before, Standing after) {
        List<Effect> changes = new ArrayList<>(notes);
        new TreeMap<>(sale.arms()).forEach((campaign, arm) -> changes.add(new Effect.ArmAssigned(campaign, arm)));
        changes.addAll(Changes.between(before, after));
        return changes;
    }

    /** Puts what the event itself booked before what was earned. */
    void booked(List<LedgerEntry> byEvent) {
        ledger.addAll(0, byEvent);
    }

    boolean earnedBySale() {
        return award.points() > 0;
    }

    Award award() {
        return award;
    }

    /** How many grants came with the basket; they stand first. */
    int sold() {
        return sold;
    }

    Decision decision(CustomerState after, Standing before) {
        List<Refusal> refusals = new ArrayList<>(sale.refusals());
        refusals.addAll(life.refusals());
        refusals.addAll(issued.refusals());
        return new Decision(
                question.now(),
                new Release(question.rules().release(), question.rules().versions()),
                granted,
                refusals,
                changes(before, after.standing()),
                ledger,
                totals,
                after);
    }
}
