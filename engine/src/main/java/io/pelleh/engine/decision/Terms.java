package io.pelleh.engine.decision;

import java.util.List;

/**
 * How a promotion meets others, and how far it goes.
 *
 * @param coupon code that its conditions ask for, or empty
 * @param exclusive no other promotion takes money off beside it
 * @param excludes promotions, rule sets or campaigns it is not given together with
 * @param onReturn what becomes of it, and of its use, when a part of the order or all of it comes back
 * @param reach which of the matching goods it is for, and how much it gives
 * @param batches batches of which its conditions ask for a code
 * @param texts what shoppers are told
 */
public record Terms(
        String coupon,
        boolean exclusive,
        List<String> excludes,
        OnReturn onReturn,
        Reach reach,
        List<String> batches,
        Texts texts) {

    /** Nothing special. */
    public static final Terms NONE = new Terms("", false, List.of(), OnReturn.KEEP, Reach.ALL, List.of(), Texts.NONE);

    /** What becomes of a promotion when goods come back. */
    public enum OnReturn {
        /** The customer keeps what the rest got. */
        KEEP,
        /** What the rest got is taken back, out of the refund. */
        CLAW_BACK,
        /** The customer keeps what the rest got, and a use counts for good: no return or cancellation gives it back. */
        KEEP_USES
    }

    /**
     * Which of the matching goods a promotion is for, and how much it gives.
     *
     * @param atMost minor units it takes off one basket in all
     * @param piecesPerLine pieces of each line that it is for, from the first on
     * @param groupsOf it is for full groups of so many pieces, counted through in the order of the lines
     * @param minPieces pieces that the matching lines must have together
     * @param minTotal minor units that the matching lines must cost together
     */
    public record Reach(long atMost, long piecesPerLine, long groupsOf, long minPieces, long minTotal) {

        public static final Reach ALL = new Reach(Long.MAX_VALUE, Long.MAX_VALUE, 1, 0, 0);

        /** Whether it looks at the matching lines together. */
        public boolean together() {
            return minPieces > 0 || minTotal > 0;
        }
    }

    public Terms {
        excludes = List.copyOf(excludes);
        batches = List.copyOf(batches);
    }

    /** The same, for conditions that ask for a code. */
    public Terms asking(String code) {
        return new Terms(code, exclusive, excludes, onReturn, reach, batches, texts);
    }

    /** The same, for conditions that ask for a code of one of these batches. */
    public Terms askingForOneOf(List<String> names) {
        return new Terms(coupon, exclusive, excludes, onReturn, reach, names, texts);
    }

    /** The same, told to shoppers in these words. */
    public Terms told(Texts words) {
        return new Terms(coupon, exclusive, excludes, onReturn, reach, batches, words);
    }

    /** Whether a rule is one that this promotion is not given together with. */
    boolean excludes(Rule other) {
        return excludes.stream()
                .anyMatch(name -> name.equals(other.id())
                        || name.equals(other.name())
                        || name.equals(other.ruleSet())
                        || name.equals(other.campaign()));
    }
}
