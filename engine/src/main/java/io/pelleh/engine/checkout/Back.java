package io.pelleh.engine.checkout;

import io.pelleh.engine.checkout.GivenBack.TaxBack;
import io.pelleh.engine.checkout.Sale.Share;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A sale once so many pieces of each line are back, and what is still out of it. */
final class Back {

    private final Sale sale;
    private final long[] pieces;
    private final boolean shipping;

    Back(Sale sale, long[] pieces, boolean shipping) {
        this.sale = sale;
        this.pieces = pieces;
        this.shipping = shipping;
    }

    /** Whether the charge for shipping was given back. */
    boolean shipping() {
        return shipping;
    }

    List<Long> counted() {
        return Arrays.stream(pieces).boxed().toList();
    }

    /** Pieces of a line that are still out. */
    long left(int line) {
        return sale.lines().get(line).quantity() - pieces[line];
    }

    /** What a promotion takes off what is still out. */
    long standing(Share share) {
        long standing = shipping ? 0 : share.shipping();
        for (int i = 0; i < pieces.length; i++) {
            standing += share.line(i) - part(share.line(i), i);
        }
        return standing;
    }

    /**
     * The taxes that go back, or null where there are none.
     *
     * @param lapsed whether a promotion is taken off what is still out
     */
    @Nullable
    TaxBack tax(Predicate<Share> lapsed) {
        List<Share> gone = sale.shares().stream().filter(lapsed).toList();
        long[] charged = new long[pieces.length];
        Arrays.setAll(charged, i -> {
            long full = sale.paid(i)
                    + gone.stream().mapToLong(share -> share.line(i)).sum();
            long back = part(sale.paid(i), i)
                    + gone.stream().mapToLong(share -> part(share.line(i), i)).sum();
            return full - back;
        });
        long fee = sale.paidForShipping()
                + gone.stream().mapToLong(Share::shipping).sum();
        return sale.taxBack(charged, shipping ? 0 : fee);
    }

    /** The part of a line's amount that belongs to the pieces that are back: rounded half up, all of it for all of them. */
    long part(long amount, int line) {
        long quantity = sale.lines().get(line).quantity();
        if (amount == 0 || pieces[line] == 0) {
            return 0;
        }
        return pieces[line] == quantity
                ? amount
                : BigInteger.valueOf(amount)
                        .multiply(BigInteger.valueOf(2 * pieces[line]))
                        .add(BigInteger.valueOf(quantity))
                        .divide(BigInteger.valueOf(2 * quantity))
                        .longValueExact();
    }
}
