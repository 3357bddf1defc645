package io.pelleh.engine.campaign;

import java.util.List;
import java.util.Set;

/**
 * Who gets what of a campaign, so that its effect can be measured.
 *
 * @param heldOut of 10,000 customers, those who get nothing of it
 * @param arms the others are divided among them; none where all get the same
 */
public record Split(int heldOut, List<Arm> arms) {

    /** Everybody gets everything. */
    public static final Split NONE = new Split(0, List.of());

    /** The arm of those who get nothing. */
    public static final String HELD_OUT = "held_out";

    /** The arm of the others, where all get the same. */
    public static final String TREATED = "treated";

    /**
     * One side of an experiment.
     *
     * @param share of 10,000 customers who are not held out; those of all arms sum to 10,000
     * @param promotions names or ids of those that only this arm gets
     */
    public record Arm(String name, int share, Set<String> promotions) {

        public Arm {
            promotions = Set.copyOf(promotions);
        }

        boolean has(String promotion) {
            return promotions.contains(promotion)
                    || promotions.contains(promotion.substring(promotion.lastIndexOf('/') + 1));
        }
    }

    public Split {
        arms = List.copyOf(arms);
    }

    /** Whether not everybody gets the same. */
    public boolean any() {
        return heldOut > 0 || !arms.isEmpty();
    }

    /**
     * The arm of a customer.
     *
     * @param out bucket of the choice whether to hold out
     * @param side bucket of the choice of an arm
     */
    public String arm(int out, int side) {
        if (out < heldOut) {
            return HELD_OUT;
        }
        int end = 0;
        for (Arm arm : arms) {
            end += arm.share();
            if (side < end) {
                return arm.name();
            }
        }
        return TREATED;
    }

    /** Whether a promotion belongs to arms, and this one is not among them. */
    public boolean withholds(String arm, String promotion) {
        List<Arm> having = arms.stream().filter(one -> one.has(promotion)).toList();
        return !having.isEmpty() && having.stream().noneMatch(one -> one.name().equals(arm));
    }
}
