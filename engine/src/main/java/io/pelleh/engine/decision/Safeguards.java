package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What no promotion may pass, whatever the rules ask for.
 *
 * @param markup basis points that a line must bring above its cost, where the shop tells the cost; below 0 for no bound
 * @param maxDiscount basis points of the goods of a basket that all promotions together may take off
 */
public record Safeguards(int markup, int maxDiscount) {

    private static final int WHOLE = 10_000;

    public static final Safeguards NONE = new Safeguards(-1, WHOLE);

    /** Whether costs bound prices. */
    boolean floors() {
        return markup >= 0;
    }

    /** The goods, with the floor of each line where cost and markup put it. */
    Goods floored(Goods goods) {
        if (!floors()) {
            return goods;
        }
        List<Line> lines = new ArrayList<>(goods.lines().size());
        for (Line line : goods.lines()) {
            Long cost = line.cost();
            lines.add(cost == null ? line : line.notBelow(Math.max(line.floor(), least(cost))));
        }
        return goods.with(lines);
    }

    private long least(long cost) {
        return Math.addExact(cost, Cut.share(cost, markup, RoundingMode.HALF_UP));
    }

    /** What may be taken off a basket, minor units. */
    long allowance(Goods goods) {
        return maxDiscount == WHOLE ? goods.total() : Cut.share(goods.total(), maxDiscount, RoundingMode.HALF_UP);
    }
}
