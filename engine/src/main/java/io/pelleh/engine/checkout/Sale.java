package io.pelleh.engine.checkout;

import io.pelleh.engine.checkout.GivenBack.TaxBack;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.limit.Limit.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a closed checkout sold, as it was recorded then, and what came back of it so far: all that a return reads.
 *
 * @param shipping minor units, before discounts
 * @param shares what each promotion gave
 * @param otherPoints points that the close brought beside those of its order, for what the customer had become by it
 * @param lapses promotions that are to be taken back because the rest does not qualify after this return
 * @param taxes how it was taxed, or null where the shop told no rates
 * @param issued the codes that it brought and nobody has used yet
 */
public record Sale(
        List<Sold> lines,
        long shipping,
        List<Share> shares,
        long otherPoints,
        GivenBack before,
        List<Lapse> lapses,
        @Nullable Taxes taxes,
        List<Issued> issued) {

    public Sale {
        lines = List.copyOf(lines);
        shares = List.copyOf(shares);
        lapses = List.copyOf(lapses);
        issued = List.copyOf(issued);
    }

    /**
     * One line, at its full price.
     *
     * @param amount minor units of all its pieces, before discounts
     */
    public record Sold(String sku, long quantity, long amount) {}

    /**
     * What one promotion gave.
     *
     * @param lines minor units off each line, in order; none when it took nothing off goods
     * @param shipping minor units off shipping
     * @param perCustomer whether its use was counted in the customer's state
     * @param draws what it took from counters that all customers share
     * @param clawsBack it is taken back when the rest no longer qualifies
     * @param keepsUse its use counts for good, whatever comes back
     */
    public record Share(
            String promotion,
            List<Long> lines,
            long shipping,
            long points,
            boolean perCustomer,
            List<Draw> draws,
            boolean clawsBack,
            boolean keepsUse) {

        public Share {
            lines = List.copyOf(lines);
            draws = List.copyOf(draws);
        }

        /** Where its use was counted. */
        Use use() {
            return new Use(draws.stream().anyMatch(draw -> draw.of() == Measure.USES), perCustomer);
        }

        long line(int index) {
            return lines.isEmpty() ? 0 : lines.get(index);
        }
    }

    /**
     * A code that a promotion handed out.
     *
     * @param code as it is shown
     * @param uses that there may be of it
     */
    public record Issued(String promotion, String batch, String code, long uses) {

        /** The same, with so many uses. */
        public Issued of(long most) {
            return new Issued(promotion, batch, code, most);
        }
    }

    /**
     * Which counters a use stands in.
     *
     * @param shared those that all customers share
     * @param perCustomer the customer's own
     */
    public record Use(boolean shared, boolean perCustomer) {

        public static final Use NONE = new Use(false, false);

        public boolean counted() {
            return shared || perCustomer;
        }
    }

    /**
     * A promotion that no longer holds on what is left.
     *
     * @param conditions its conditions, each with the value it would meet now
     */
    public record Lapse(String promotion, List<Unmet> conditions) {

        public Lapse {
            conditions = List.copyOf(conditions);
        }
    }

    /** A condition of a promotion beside the value that the rest has. */
    public record Unmet(String attribute, String operator, String expected, String actual) {}

    /** The same sale, once it is known which promotions the rest loses. */
    public Sale losing(List<Lapse> lost) {
        return new Sale(lines, shipping, shares, otherPoints, before, lost, taxes, issued);
    }

    /** The same sale, once it is known which of its codes nobody has used. */
    public Sale unused(List<Issued> codes) {
        return new Sale(lines, shipping, shares, otherPoints, before, lapses, taxes, codes);
    }

    /** Pieces of each line that are still out, in order. */
    public long[] left() {
        return IntStream.range(0, lines.size())
                .mapToLong(i -> lines.get(i).quantity() - before.units().get(i))
                .toArray();
    }

    /** Minor units charged for a line: its amount less its discounts. */
    long paid(int line) {
        long paid = lines.get(line).amount();
        for (Share share : shares) {
            paid = Math.subtractExact(paid, share.line(line));
        }
        return paid;
    }

    /**
     * The taxes that go back where this is what is charged from now on; never below 0, and what could not be taken is
     * taken off the next ones.
     *
     * @param charged minor units of each line, in order
     * @param fee minor units for shipping
     */
    @Nullable
    TaxBack taxBack(long[] charged, long fee) {
        if (taxes == null) {
            return null;
        }
        long[] first = new long[lines.size()];
        Arrays.setAll(first, this::paid);
        long due = taxes.on(first, paidForShipping()).total()
                - taxes.on(charged, fee).total();
        TaxBack earlier = before.tax();
        long given = earlier == null ? 0 : earlier.all();
        long now = Math.max(0, due - given);
        return new TaxBack(taxes.included(), given + now, now);
    }

    /** Minor units charged for shipping. */
    long paidForShipping() {
        return shipping - shares.stream().mapToLong(Share::shipping).sum();
    }
}
