package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.facts.Attribute.Unit;
import java.util.List;
import java.util.Optional;

/**
 * What a basket must hold of some products together, whichever lines a promotion is about. A line is counted once, however
 * many of the names mean it.
 *
 * @param unit {@link Unit#COUNT} for pieces, {@link Unit#MONEY} for what the lines cost now, in minor units
 * @param least 1 or more
 * @param of products, and categories as {@code category:name}
 */
public record Need(Unit unit, long least, List<String> of) {

    private static final long WHOLE_SHARE = 10_000;

    public Need {
        of = List.copyOf(of);
        if (least < 1 || of.isEmpty() || (unit != Unit.COUNT && unit != Unit.MONEY)) {
            throw new IllegalArgumentException(
                    "a need is of 1 or more, of something: " + least + " " + unit + " " + of);
        }
    }

    /** What is needed, in words. */
    public Condition condition() {
        return new Condition(attribute(), ">=", least + " of " + String.join(", ", of));
    }

    /** What is needed, beside what is there. */
    public Condition.Seen seen(Goods goods) {
        return new Condition.Seen(condition(), Long.toString(there(goods)));
    }

    /** How much is missing of goods as they cost now; nothing where there is enough. */
    public Optional<Distance> missing(Goods goods) {
        long there = there(goods);
        return there >= least ? Optional.empty() : Optional.of(new Distance(attribute(), unit, least - there));
    }

    /** What is missing, in ten-thousandths of what is needed. */
    long share(Distance distance) {
        return distance.missing() > Long.MAX_VALUE / WHOLE_SHARE
                ? Long.MAX_VALUE
                : distance.missing() * WHOLE_SHARE / least;
    }

    private String attribute() {
        return unit == Unit.COUNT ? "needed.units" : "needed.total";
    }

    /** How much is there, as goods cost now. */
    long there(Goods goods) {
        long sum = 0;
        for (Line line : goods.lines()) {
            if (of.stream().anyMatch(line::isOf)) {
                sum = Math.addExact(sum, unit == Unit.COUNT ? line.quantity() : line.amount());
            }
        }
        return sum;
    }
}
