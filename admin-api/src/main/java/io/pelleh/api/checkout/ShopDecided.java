package io.pelleh.api.checkout;

import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Instants;
import io.pelleh.engine.checkout.Charged;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.checkout.Goods;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a PUT says about a close that the shop had to decide by itself.
 *
 * @param charged what it took off, or null where Pelleh decides
 * @param occurredAt when it closed, or null for now
 */
record ShopDecided(@Nullable Charged charged, @Nullable Instant occurredAt) {

    static final Set<String> MEMBERS = Set.of("decidedBy", "totals", "occurredAt");

    private static final ShopDecided NO = new ShopDecided(null, null);
    private static final Set<String> TOTALS = Set.of("discount", "shippingDiscount", "toPay");
    private static final int MAX_WORD = 40;
    private static final long MAX_AMOUNT = 9_007_199_254_740_991L;

    static ShopDecided read(Fields body, CheckoutState state, Goods goods, Instant now) {
        String by = body.textOrNull("decidedBy", MAX_WORD);
        if (by == null || by.equals("pelleh")) {
            unexpected(body, "totals");
            unexpected(body, "occurredAt");
            return NO;
        }
        if (!by.equals("shop") || state != CheckoutState.CLOSED) {
            body.fault("decidedBy", "unknown_value", "pelleh, or with state closed shop, is expected here");
            return NO;
        }
        Fields totals = body.object("totals");
        if (totals == null) {
            body.fault("totals", "missing", "what the shop took off is missing");
            return NO;
        }
        Charged charged = charged(totals, goods);
        return new ShopDecided(charged, occurredAt(body, now));
    }

    private static void unexpected(Fields body, String name) {
        if (body.has(name)) {
            body.fault(name, "unexpected", "only a shop that decided by itself says this");
        }
    }

    private static Charged charged(Fields totals, Goods goods) {
        totals.only(TOTALS);
        long discount = totals.whole("discount", 0, MAX_AMOUNT);
        Long shipping = totals.wholeOrNull("shippingDiscount", 0, MAX_AMOUNT);
        long shippingDiscount = shipping == null ? 0 : shipping;
        Long toPay = totals.wholeOrNull("toPay", 0, MAX_AMOUNT);
        Charged charged = new Charged(discount, shippingDiscount);
        if (!totals.faults().any()) {
            tooMuch(totals, "discount", discount, goods.total());
            tooMuch(totals, "shippingDiscount", shippingDiscount, goods.shipping());
        }
        if (!totals.faults().any() && toPay != null && toPay != charged.toPay(goods)) {
            totals.fault(
                    "toPay",
                    "does_not_add_up",
                    "goods and shipping less both discounts, and taxes on top, are expected here: "
                            + charged.toPay(goods));
        }
        return charged;
    }

    private static void tooMuch(Fields totals, String name, long discount, long of) {
        if (discount > of) {
            totals.fault(name, "out_of_range", "at most " + of + " can be taken off");
        }
    }

    private static @Nullable Instant occurredAt(Fields body, Instant now) {
        String written = body.textOrNull("occurredAt", MAX_WORD);
        Instant at = written == null ? null : Instants.parse(written).orElse(null);
        if (written != null && at == null) {
            body.fault("occurredAt", "invalid_time", "a time like 2026-03-21T08:30:00+03:30 is expected");
        } else if (at != null && at.isAfter(now)) {
            body.fault("occurredAt", "time_in_future", "what the shop closed it closed before now");
        }
        return at;
    }
}
