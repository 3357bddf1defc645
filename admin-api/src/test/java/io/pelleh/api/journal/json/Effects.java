package io.pelleh.api.journal.json;

import io.pelleh.engine.customer.Rung;
import io.pelleh.engine.customer.Scores;
import io.pelleh.engine.decision.Effect;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An effect of every kind. */
final class Effects {

    private static final Instant AT = Instant.parse("2026-03-21T10:15:30.123456Z");

    private Effects() {}

    static Stream<Effect> all() {
        return Stream.of(
                new Effect.Discount(5, List.of(2L, 3L)),
                new Effect.ShippingDiscount(500),
                new Effect.Gift("cup", 2),
                new Effect.PointsAwarded("1-0", 10, AT, Instant.MAX),
                new Effect.UpsellOffer("tea", 3, 10, AT),
                new Effect.CrossSellOffer("cup", 1000, AT),
                new Effect.WinBackOffer(500, AT),
                new Effect.MessageQueued("welcome"),
                new Effect.CouponIssued("thanks", "THX-1", AT, List.of("p")),
                new Effect.CouponWithdrawn("thanks", "THX-1", 1),
                new Effect.CouponRedeemed("spring", "ABC"),
                new Effect.Refunded(Sold.refund()),
                new Effect.PriceDiffers(Effect.Against.PROMISE, Sold.PRICE, Sold.PRICE),
                new Effect.ArmAssigned("spring", "held_out"),
                new Effect.RungChanged(Rung.SUSPECT, Rung.CUSTOMER),
                new Effect.TierChanged("", "gold"),
                new Effect.SegmentsChanged(List.of("lost"), List.of("loyal", "champions")),
                new Effect.ScoresChanged(Scores.NONE, new Scores(1, 2, 3, 4)));
    }
}
