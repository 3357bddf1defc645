package io.pelleh.engine.checkout;

import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.checkout.Sale.Lapse;
import io.pelleh.engine.checkout.Sale.Share;
import io.pelleh.engine.checkout.Sale.Sold;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.limit.Limit.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sales by the dice: lines, discounts, shipping and taxes. */
final class SomeSale {

    private static final Draw ONE_USE = new Draw("p", new Counter("p", ""), Measure.USES, 1, 10);

    private SomeSale() {}

    /** Some of its promotions that the rest loses. */
    static List<Lapse> lapses(Dice dice, Sale sale) {
        return sale.shares().stream()
                .filter(share -> dice.chance(50))
                .filter(share -> !sale.before().clawedBack().contains(share.promotion()))
                .map(share -> new Lapse(share.promotion(), List.of()))
                .toList();
    }

    /** A sale of up to four lines. */
    static Sale sale(Dice dice) {
        List<Sold> lines = new ArrayList<>();
        for (int i = 1 + dice.below(4); i > 0; i--) {
            lines.add(new Sold(
                    "sku-" + dice.below(3),
                    dice.between(1, 7),
                    dice.between(0, dice.chance(20) ? 4_000_000_000_000_000L : 20)));
        }
        List<Share> shares = new ArrayList<>();
        long[] left = lines.stream().mapToLong(Sold::amount).toArray();
        for (int s = dice.below(4); s > 0; s--) {
            List<Long> off = new ArrayList<>();
            for (int i = 0; i < left.length; i++) {
                long some = dice.between(0, left[i]);
                left[i] -= some;
                off.add(some);
            }
            shares.add(new Share("p" + s, off, 0, 0, true, List.of(ONE_USE), true, false));
        }
        return new Sale(
                lines,
                dice.between(0, 99),
                shares,
                0,
                GivenBack.nothing(lines.size()),
                List.of(),
                taxes(dice, lines),
                List.of());
    }

    private static @Nullable Taxes taxes(Dice dice, List<Sold> lines) {
        List<BigDecimal> percents = lines.stream()
                .map(line -> BigDecimal.valueOf(dice.between(0, 300_000), 4))
                .toList();
        RoundingMode rounding = dice.chance(50) ? RoundingMode.HALF_UP : RoundingMode.DOWN;
        return dice.chance(20) ? null : new Taxes(dice.chance(50), percents, BigDecimal.TEN, rounding);
    }

    /** All its pieces, in some parts. */
    static List<Pieces> pieces(Dice dice, Sale sale) {
        List<Pieces> all = new ArrayList<>();
        for (int i = 0; i < sale.lines().size(); i++) {
            long left = sale.lines().get(i).quantity();
            while (left > 0) {
                long some = dice.between(1, left);
                all.add(new Pieces(i, null, some));
                left -= some;
            }
        }
        return all;
    }
}
