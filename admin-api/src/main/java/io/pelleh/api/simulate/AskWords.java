package io.pelleh.api.simulate;

import io.pelleh.engine.decision.Ask;
import java.math.BigDecimal;
import java.util.Locale;

/** What a rule asks for, much as it is written in DRL. */
final class AskWords {

    private AskWords() {}

    static String of(Ask ask) {
        return switch (ask) {
            case Ask.Score a -> a.dimension().name().toLowerCase(Locale.ROOT) + "(" + a.score() + ")";
            case Ask.Segment a -> "segment(" + a.name() + ")";
            case Ask.Place a -> "rung(" + a.rung() + ")";
            case Ask.Tier a -> "tier(" + a.name() + ")";
            case Ask.PercentOff a -> "percentOff" + (a.line() ? "Item(" : "(") + percent(a.basisPoints()) + ")";
            case Ask.AmountOff a -> "amountOff" + (a.line() ? "Item(" : "(") + a.amount() + ")";
            case Ask.FreeShipping a -> "freeShipping()";
            case Ask.Points a -> "points(" + a.points() + ")";
            case Ask.PointsPer a -> "pointsPer(" + a.per() + ", " + a.points() + ")";
            case Ask.Upsell a -> "upsell(" + a.sku() + ", " + a.quantity() + ", " + a.unitPrice() + ")";
            case Ask.CrossSell a -> "crossSell(" + a.sku() + ", " + percent(a.basisPoints()) + ", " + a.until() + ")";
            case Ask.WinBack a -> "winBack(" + percent(a.basisPoints()) + ", " + a.days() + ")";
            case Ask.Message a -> "message(" + a.template() + ")";
        };
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }
}
