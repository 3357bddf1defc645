package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.GivenBack;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.Sale;
import io.pelleh.engine.checkout.Sale.Lapse;
import io.pelleh.engine.checkout.Sale.Share;
import io.pelleh.engine.checkout.Sale.Sold;
import io.pelleh.engine.checkout.Sale.Unmet;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.Terms.OnReturn;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Customer;
import io.pelleh.engine.facts.Moment;
import io.pelleh.engine.facts.Situation;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.program.Program;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The close of a checkout as it was recorded: all that its returns go by. */
public final class Closing {

    private final Program program;
    private final Recorded recorded;
    private final Goods goods;

    /** @throws IllegalArgumentException when what was recorded is no close */
    public Closing(Program program, Recorded recorded) {
        if (!(recorded.event().happening() instanceof CheckoutClosed closed)) {
            throw new IllegalArgumentException(recorded.event().id() + " closed no checkout");
        }
        this.program = program;
        this.recorded = recorded;
        this.goods = closed.goods();
    }

    /**
     * What was sold, and what came back of it.
     *
     * @param back what came back before, or null for nothing
     * @param order the order it became, as it stands now
     */
    public Sale sale(@Nullable GivenBack back, @Nullable OrderOnFile order) {
        List<Share> shares = shares();
        GivenBack before = back == null ? GivenBack.nothing(goods.lines().size()) : back;
        return new Sale(
                goods.lines().stream()
                        .map(line -> new Sold(line.sku(), line.quantity(), line.amount()))
                        .toList(),
                goods.shipping(),
                shares,
                otherPoints(shares, before, order),
                before,
                List.of(),
                goods.taxes(),
                List.of());
    }

    /** The codes that it handed out. */
    public List<Granted> issued() {
        return recorded.decision().granted().stream()
                .filter(granted -> granted.effect() instanceof Effect.CouponIssued)
                .toList();
    }

    private List<Share> shares() {
        Map<String, List<Granted>> byPromotion = new LinkedHashMap<>();
        for (Granted granted : recorded.decision().granted()) {
            byPromotion
                    .computeIfAbsent(granted.rule().id(), id -> new ArrayList<>())
                    .add(granted);
        }
        return byPromotion.values().stream().map(Closing::share).toList();
    }

    private static Share share(List<Granted> all) {
        Rule rule = all.getFirst().rule();
        List<Long> lines = List.of();
        long shipping = 0;
        long points = 0;
        for (Granted granted : all) {
            switch (granted.effect()) {
                case Effect.Discount discount -> lines = sum(lines, discount.lines());
                case Effect.ShippingDiscount discount -> shipping = Math.addExact(shipping, discount.amount());
                case Effect.PointsAwarded awarded -> points = Math.addExact(points, awarded.points());
                default -> {}
            }
        }
        List<Draw> draws =
                all.stream().flatMap(granted -> granted.draws().stream()).toList();
        return new Share(
                rule.id(),
                lines,
                shipping,
                points,
                rule.limits().perCustomerCounted(),
                draws,
                rule.onReturn() == OnReturn.CLAW_BACK,
                rule.onReturn() == OnReturn.KEEP_USES);
    }

    private static List<Long> sum(List<Long> some, List<Long> more) {
        List<Long> sum = new ArrayList<>(more);
        for (int i = 0; i < some.size(); i++) {
            sum.set(i, Math.addExact(sum.get(i), some.get(i)));
        }
        return sum;
    }

    /** What was awarded beside the order's own points: those go back by their share, these with the last piece. */
    private long otherPoints(List<Share> shares, GivenBack before, @Nullable OrderOnFile order) {
        long all = 0;
        long ofOrder = order == null || Decider.settled(recorded.inputs().order())
                ? 0
                : order.award().points();
        for (Share share : shares) {
            all = Math.addExact(all, share.points());
            ofOrder += before.clawedBack().contains(share.promotion()) ? share.points() : 0;
        }
        return Math.max(0, all - ofOrder);
    }

    /** Whether any promotion may be taken back when these pieces are all that is left. */
    public boolean mayLapse(Sale sale, long[] left) {
        boolean any = false;
        boolean rest = false;
        for (Share share : sale.shares()) {
            any |= share.clawsBack() && !sale.before().clawedBack().contains(share.promotion());
        }
        for (long pieces : left) {
            rest |= pieces > 0;
        }
        return any && rest;
    }

    /**
     * The promotions that claw back and whose conditions held for the whole basket and do not hold for the rest, as the
     * customer stood then.
     *
     * @param customer the customer just before the close, unseen for a guest
     * @param rules the release that decided
     * @param left pieces of each line that are left, in order
     */
    public List<Lapse> lapses(Sale sale, CustomerState customer, RuleSet rules, long[] left) {
        Question question = new Question(
                program,
                customer,
                recorded.event().subject().guest(),
                recorded.event(),
                Inputs.of(null, recorded.inputs().exhausted())
                        .with(recorded.inputs().coupons()),
                rules,
                recorded.decision().decidedAt(),
                Giving.ALL);
        Basket whole = basket(question, goods);
        Basket rest = basket(question, rest(left));
        Set<String> held = held(question, whole);
        Set<String> hold = held(question, rest);
        return sale.shares().stream()
                .filter(Share::clawsBack)
                .map(Share::promotion)
                .filter(id -> !sale.before().clawedBack().contains(id))
                .filter(id -> held.contains(id) && !hold.contains(id))
                .map(id -> new Lapse(id, unmet(id, rest)))
                .toList();
    }

    private static Basket basket(Question question, Goods goods) {
        Moment moment =
                Moment.of(question.program(), question.now(), question.event().type(), question.guest());
        return CouponsGiven.basket(question, new Customer(question.before(), moment), goods);
    }

    private static Set<String> held(Question question, Basket basket) {
        return new Resolver(question, basket, Set.of()).resolve().proposed();
    }

    private List<Unmet> unmet(String promotion, Situation rest) {
        return recorded.decision().granted().stream()
                .map(Granted::rule)
                .filter(rule -> rule.id().equals(promotion))
                .findFirst()
                .map(rule -> rule.conditions().stream()
                        .map(condition -> condition.seen(rest))
                        .map(seen -> new Unmet(
                                seen.condition().attribute(),
                                seen.condition().operator(),
                                seen.condition().expected(),
                                Objects.requireNonNullElse(seen.actual(), "")))
                        .toList())
                .orElseGet(List::of);
    }

    /** The goods that are left, each line at its share of the full price; what is gone is no line any more. */
    private Goods rest(long[] left) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            if (left[i] > 0) {
                lines.add(rest(goods.lines().get(i), left[i]));
            }
        }
        return new Goods(lines, goods.shipping(), goods.coupons(), goods.attributes()).by(goods.keys());
    }

    private static Line rest(Line line, long left) {
        long amount = share(line.amount(), left, line.quantity());
        Long cost = line.cost();
        return new Line(
                line.sku(),
                line.categories(),
                left,
                line.unitPrice(),
                amount,
                cost == null ? null : share(cost, left, line.quantity()),
                share(line.floor(), left, line.quantity()),
                line.attributes());
    }

    private static long share(long amount, long left, long quantity) {
        BigInteger twice = BigInteger.TWO.multiply(BigInteger.valueOf(amount)).multiply(BigInteger.valueOf(left));
        return twice.add(BigInteger.valueOf(quantity))
                .divide(BigInteger.TWO.multiply(BigInteger.valueOf(quantity)))
                .longValueExact();
    }
}
