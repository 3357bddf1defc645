package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Allocation;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.decision.Ask.Off;
import io.pelleh.engine.decision.Terms.Reach;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one promotion takes off a basket, ask by ask, in minor units: never below the floor of a line, and a second ask from
 * what the first left.
 */
final class Cut {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    private final Goods goods;
    private final Reach reach;
    private final Bounds bounds;
    private final long[] taken;
    private long shipping;

    Cut(Goods goods, Reach reach, Bounds bounds) {
        this.goods = goods;
        this.reach = reach;
        this.bounds = bounds;
        this.taken = new long[goods.lines().size()];
    }

    /** @param matched lines that the conditions hold for, in the order of the basket */
    void take(Ask ask, List<Integer> matched) {
        switch (ask) {
            case Ask.PercentOff a -> percentOff(a, matched);
            case Ask.AmountOff a -> amountOff(a, matched);
            case Ask.FreeShipping a -> offShipping(goods.shipping());
            case Ask.PriceEach a -> pieces(matched).forEach(p -> takeOff(p.line(), p.worth() - times(a.price(), p)));
            default -> new Sets(this, goods).take(ask, pieces(matched));
        }
    }

    private void percentOff(Ask.PercentOff ask, List<Integer> matched) {
        int basisPoints = ask.basisPoints();
        switch (ask.off()) {
            case BASKET, ITEMS -> {
                long[] weights = weights(ask.off(), matched);
                spread(share(sum(weights), basisPoints), weights);
            }
            case ITEM -> pieces(matched).forEach(p -> takeOff(p.line(), share(p.worth(), basisPoints)));
            case PIECE ->
                pieces(matched).forEach(p -> takeOff(p.line(), p.worth() - times(reduced(p, basisPoints), p)));
            case SHIPPING -> offShipping(share(bounds.fullShipping(), basisPoints));
        }
    }

    private void amountOff(Ask.AmountOff ask, List<Integer> matched) {
        switch (ask.off()) {
            case BASKET, ITEMS -> spread(ask.amount(), weights(ask.off(), matched));
            case ITEM -> pieces(matched).forEach(p -> takeOff(p.line(), Math.min(ask.amount(), p.worth())));
            case PIECE -> pieces(matched).forEach(p -> takeOff(p.line(), forEach(ask.amount(), p)));
            case SHIPPING -> offShipping(ask.amount());
        }
    }

    private void offShipping(long amount) {
        shipping = Math.min(goods.shipping(), Math.addExact(shipping, amount));
    }

    private long[] weights(Off off, List<Integer> matched) {
        long[] weights = new long[taken.length];
        if (off == Off.BASKET) {
            Arrays.setAll(weights, this::left);
        } else {
            pieces(matched).forEach(p -> weights[p.line()] = p.worth());
        }
        return weights;
    }

    /** The price of one piece with a percentage off, rounded. */
    private long reduced(Pieces pieces, int basisPoints) {
        return BigDecimal.valueOf(pieces.worth())
                .multiply(WHOLE.subtract(BigDecimal.valueOf(basisPoints)))
                .divide(WHOLE.multiply(BigDecimal.valueOf(pieces.count())), 0, bounds.rounding())
                .longValueExact();
    }

    private static long times(long price, Pieces pieces) {
        return Math.multiplyExact(price, pieces.count());
    }

    /** An amount for each piece, or all they are worth where that is less. */
    static long forEach(long amount, Pieces pieces) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(pieces.count()))
                .min(BigInteger.valueOf(pieces.worth()))
                .longValueExact();
    }

    /** Basis points of an amount, rounded as the program's currency is. */
    long share(long amount, int basisPoints) {
        return share(amount, basisPoints, bounds.rounding());
    }

    /** Basis points of an amount. */
    static long share(long amount, int basisPoints, RoundingMode rounding) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(WHOLE, 0, rounding)
                .longValueExact();
    }

    /** The pieces a promotion is for: so many of each line, and of them full groups. */
    private List<Pieces> pieces(List<Integer> matched) {
        long all = 0;
        for (int line : matched) {
            all = Math.addExact(all, perLine(line));
        }
        long open = all - all % reach.groupsOf();
        List<Pieces> pieces = new ArrayList<>(matched.size());
        for (int line : matched) {
            long count = Math.min(open, perLine(line));
            open -= count;
            if (count > 0) {
                pieces.add(of(line, count));
            }
        }
        return pieces;
    }

    private long perLine(int line) {
        return Math.min(goods.lines().get(line).quantity(), reach.piecesPerLine());
    }

    /** Some pieces of a line and what they cost now. */
    Pieces of(int line, long count) {
        long quantity = goods.lines().get(line).quantity();
        long worth = count == quantity
                ? left(line)
                : BigInteger.valueOf(left(line))
                        .multiply(BigInteger.valueOf(count))
                        .divide(BigInteger.valueOf(quantity))
                        .longValueExact();
        return new Pieces(line, count, worth);
    }

    /** What a line costs now. */
    long left(int line) {
        return goods.lines().get(line).amount() - taken[line];
    }

    /** Takes an amount off lines in proportion to their weights; what a line cannot give goes to the others. */
    void spread(long amount, long[] weights) {
        long[] caps = new long[weights.length];
        Arrays.setAll(caps, i -> Math.min(weights[i], room(i)));
        long[] parts = Allocation.capped(Math.min(amount, sum(weights)), weights, caps);
        for (int i = 0; i < parts.length; i++) {
            taken[i] += parts[i];
        }
    }

    void takeOff(int line, long amount) {
        taken[line] += Math.clamp(amount, 0, room(line));
    }

    private long room(int line) {
        Line full = goods.lines().get(line);
        return Math.max(0, full.room() - taken[line]);
    }

    /** Takes no more off the goods than may be taken, and no more than the promotion may in all. */
    void cap() {
        long most = Math.min(bounds.allowance(), reach.atMost());
        long all = sum(taken);
        if (all > most) {
            System.arraycopy(Allocation.largestRemainder(most, taken), 0, taken, 0, taken.length);
        }
        shipping = Math.min(shipping, reach.atMost() - Math.min(all, most));
    }

    long[] lines() {
        return taken.clone();
    }

    long shipping() {
        return shipping;
    }

    private static long sum(long[] parts) {
        long sum = 0;
        for (long part : parts) {
            sum = Math.addExact(sum, part);
        }
        return sum;
    }
}
