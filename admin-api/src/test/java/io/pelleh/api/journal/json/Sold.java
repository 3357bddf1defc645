package io.pelleh.api.journal.json;

import io.pelleh.engine.checkout.GivenBack;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.Priced;
import io.pelleh.engine.checkout.Promise;
import io.pelleh.engine.checkout.Reckoning;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.checkout.ReturnedUnits;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.checkout.Sale;
import io.pelleh.engine.checkout.Taxes;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.CouponMade;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.limit.Limit.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A sale with something of everything in it. */
final class Sold {

    private static final Draw DRAW = new Draw("p", new Counter("p", "2026-11-22"), Measure.USES, 1, 9);

    static final CouponOnFile COUPON = new CouponOnFile(
            "SPRING7",
            "spring",
            new CustomerId("sara"),
            false,
            Instant.EPOCH,
            Instant.MAX,
            new CouponOnFile.Uses(3, 2, 1, Instant.EPOCH),
            15);

    static final Taxes TWO_RATES =
            new Taxes(true, List.of(BigDecimal.TEN, new BigDecimal("8.875")), BigDecimal.ZERO, RoundingMode.HALF_UP);

    static final Taxes TAXES = new Taxes(false, List.of(BigDecimal.TEN), BigDecimal.ZERO, RoundingMode.HALF_EVEN);

    static final Sale SALE = new Sale(
            List.of(new Sale.Sold("tea", 3, 1_000)),
            50,
            List.of(new Sale.Share("p", List.of(100L), 5, 7, true, List.of(DRAW), true, false)),
            3,
            new GivenBack(List.of(1L), 300, false, Set.of("q"), Set.of("q"), new GivenBack.TaxBack(false, 30, 30)),
            List.of(new Sale.Lapse("p", List.of(new Sale.Unmet("basket.total", ">=", "100", "90")))),
            TAXES,
            List.of(new Sale.Issued("p", "thanks", "THX-1", 1)));

    static final CouponMade MADE = new CouponMade("p", "thanks", "THX-1", Instant.EPOCH);

    static final Returning RETURNING =
            new Returning("r-1", List.of(new Pieces(0, null, 2), new Pieces(null, "tea", 1)), true);

    static final Priced PRICE = new Priced(100, 5, 10, 0, 9);
    static final Promise PROMISE = new Promise("digest", Instant.EPOCH, PRICE);

    private Sold() {}

    static Inputs inputs(OrderOnFile order) {
        return new Inputs(order, Set.of("promotions/spring"), SALE, List.of(COUPON), List.of(MADE));
    }

    static Refund refund() {
        return Reckoning.of(SALE, ReturnedUnits.rest(SALE));
    }
}
