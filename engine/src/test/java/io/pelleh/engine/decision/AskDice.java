package io.pelleh.engine.decision;

import io.pelleh.engine.decision.Ask.BuyGet.Less;
import io.pelleh.engine.decision.Ask.Off;
import io.pelleh.engine.fixtures.Dice;
import java.util.List;

/** Any effect that takes money off. */
final class AskDice {

    private AskDice() {}

    static Ask money(Dice dice) {
        return switch (dice.below(8)) {
            case 0 -> new Ask.PercentOff(dice.oneOf(List.of(Off.values())), 1 + dice.below(10_000));
            case 1 -> new Ask.AmountOff(dice.oneOf(List.of(Off.values())), dice.between(1, 5_000));
            case 2 -> new Ask.PriceEach(dice.between(1, 3_000));
            case 3 -> new Ask.PriceForPieces(dice.between(1, 4), dice.between(1, 4_000));
            case 4 -> {
                long every = dice.between(1, 4);
                yield new Ask.SomeOff(dice.chance(50), every, dice.between(1, every), 1 + dice.below(10_000));
            }
            case 5 ->
                new Ask.BuyGet(
                        dice.between(1, 3),
                        dice.oneOf(List.of("s0", "s1", "category:c0", "category:c1")),
                        dice.between(1, 3),
                        dice.chance(50) ? new Less(1 + dice.below(10_000), 0) : new Less(0, dice.between(1, 4_000)),
                        dice.between(1, 3));
            case 6 -> new Ask.Bundle(List.of("s0", "s1", dice.oneOf(List.of("s0", "s2"))), dice.between(1, 4_000));
            default -> new Ask.FreeShipping();
        };
    }
}
