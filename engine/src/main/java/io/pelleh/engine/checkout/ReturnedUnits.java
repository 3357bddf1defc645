package io.pelleh.engine.checkout;

import io.pelleh.engine.checkout.ReturnRefused.Fault;
import io.pelleh.engine.checkout.ReturnRefused.Reason;
import io.pelleh.engine.checkout.Returning.Pieces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which pieces of a sale come back.
 *
 * @param taken pieces of each line, in order
 * @param shipping whether the charge for shipping comes back with them
 * @param to where the checkout goes by it
 */
public record ReturnedUnits(List<Long> taken, boolean shipping, CheckoutState to) {

    public ReturnedUnits {
        taken = List.copyOf(taken);
    }

    /** All that is left. */
    public static ReturnedUnits rest(Sale sale) {
        List<Long> all = Arrays.stream(sale.left()).boxed().toList();
        return new ReturnedUnits(all, !sale.before().shipping(), CheckoutState.CANCELLED);
    }

    /**
     * What the shop says, line by line.
     *
     * @throws ReturnRefused with everything that cannot come back
     */
    public static ReturnedUnits of(Sale sale, Returning returning) {
        return new Taking(sale).all(returning);
    }

    /** Pieces of each line that are out afterwards, in order. */
    public long[] left(Sale sale) {
        long[] left = sale.left();
        Arrays.setAll(left, i -> left[i] - taken.get(i));
        return left;
    }

    /** Takes pieces from lines as long as there are any. */
    private static final class Taking {

        private final Sale sale;
        private final long[] left;
        private final List<Fault> faults = new ArrayList<>();

        Taking(Sale sale) {
            this.sale = sale;
            this.left = sale.left();
        }

        ReturnedUnits all(Returning returning) {
            for (int i = 0; i < returning.pieces().size(); i++) {
                take(i, returning.pieces().get(i));
            }
            boolean whole = Arrays.stream(left).allMatch(pieces -> pieces == 0);
            boolean shipping = shipping(returning, whole);
            if (!faults.isEmpty()) {
                throw new ReturnRefused(faults);
            }
            long[] before = sale.left();
            Arrays.setAll(before, i -> before[i] - left[i]);
            List<Long> taken = Arrays.stream(before).boxed().toList();
            return new ReturnedUnits(
                    taken, shipping, whole ? CheckoutState.RETURNED : CheckoutState.PARTIALLY_RETURNED);
        }

        private boolean shipping(Returning returning, boolean whole) {
            boolean given = sale.before().shipping();
            Boolean asked = returning.shipping();
            if (asked == null) {
                return whole && !given;
            }
            if (asked && given) {
                faults.add(new Fault(-1, Reason.SHIPPING_GIVEN_BACK, "shipping was given back before"));
            }
            return asked;
        }

        private void take(int place, Pieces pieces) {
            Integer line = pieces.line();
            if (line == null) {
                takeProduct(place, pieces);
            } else if (line >= left.length) {
                faults.add(new Fault(place, Reason.UNKNOWN_LINE, "the checkout has " + left.length + " lines, from 0"));
            } else if (left[line] < pieces.quantity()) {
                tooMany(place, left[line]);
            } else {
                left[line] -= pieces.quantity();
            }
        }

        private void takeProduct(int place, Pieces pieces) {
            long missing = pieces.quantity();
            boolean known = false;
            for (int i = 0; i < left.length; i++) {
                if (sale.lines().get(i).sku().equals(pieces.sku())) {
                    known = true;
                    long some = Math.min(missing, left[i]);
                    left[i] -= some;
                    missing -= some;
                }
            }
            if (!known) {
                faults.add(new Fault(place, Reason.UNKNOWN_SKU, "the checkout has no line of this product"));
            } else if (missing > 0) {
                tooMany(place, pieces.quantity() - missing);
            }
        }

        private void tooMany(int place, long there) {
            faults.add(new Fault(place, Reason.MORE_THAN_LEFT, there + " of it can still come back"));
        }
    }
}
