package io.pelleh.engine.checkout;

import io.pelleh.engine.checkout.GivenBack.TaxBack;
import io.pelleh.engine.limit.Draw;
import java.util.List;

/**
 * What a return, or a cancellation after the close, gives back. Amounts are minor units.
 *
 * @param to where the checkout goes
 * @param goods to be paid out for goods: what was charged for them, less what is clawed back; never below 0
 * @param shipping to be paid out for shipping
 * @param notTaken what ought to be clawed back and could not be taken off the refunds so far
 * @param points points to take back beside the order's share of its award
 * @param after what came back with this, over all returns
 */
public record Refund(
        CheckoutState to,
        List<LineBack> lines,
        List<ShareBack> shares,
        long goods,
        long shipping,
        long notTaken,
        long points,
        GivenBack after) {

    public Refund {
        lines = List.copyOf(lines);
        shares = List.copyOf(shares);
    }

    /**
     * Pieces of one line that come back.
     *
     * @param line place in the basket, from 0
     * @param left pieces still out afterwards
     * @param paid what was charged for the pieces
     * @param discount what promotions had taken off them
     */
    public record LineBack(int line, String sku, long quantity, long left, long paid, long discount) {}

    /**
     * What becomes of one promotion.
     *
     * @param discount its discount on the pieces that come back
     * @param shipping its discount on shipping, where shipping comes back
     * @param clawedBack its discount on the rest, taken off the refund; below 0 where it was taken off before and its
     *     pieces come back now
     * @param released the counters that get its use back
     * @param draws what counters get back, below 0
     * @param because where it is newly clawed back, its conditions with the values of the rest
     */
    public record ShareBack(
            String promotion,
            long discount,
            long shipping,
            long clawedBack,
            Fate fate,
            Sale.Use released,
            List<Draw> draws,
            List<Sale.Unmet> because) {

        public ShareBack {
            draws = List.copyOf(draws);
            because = List.copyOf(because);
        }
    }

    /** What becomes of a promotion. */
    public enum Fate {
        /** Nothing of it is left with the customer. */
        GIVEN_BACK,
        /** The customer keeps what the rest got. */
        KEPT,
        /** The rest does not qualify: it is taken back. */
        CLAWED_BACK
    }

    /** All that is to be paid out. */
    public long total() {
        TaxBack tax = after.tax();
        return Math.addExact(Math.addExact(goods, shipping), tax == null ? 0 : tax.onTop());
    }

    /** Pieces that come back. */
    public long units() {
        return lines.stream().mapToLong(LineBack::quantity).sum();
    }

    /** Whether nothing of the sale is left. */
    public boolean whole() {
        return to != CheckoutState.PARTIALLY_RETURNED;
    }
}
