package io.pelleh.engine.customer;

/** LFRM scores, each 1-5, or 0 while no rule has given one. */
public record Scores(int loyalty, int frequency, int recency, int monetary) {

    public static final Scores NONE = new Scores(0, 0, 0, 0);
    private static final int MAX = 5;

    public Scores {
        check(loyalty);
        check(frequency);
        check(recency);
        check(monetary);
    }

    private static void check(int score) {
        if (score < 0 || score > MAX) {
            throw new IllegalArgumentException("a score is 0-5, not " + score);
        }
    }

    /** Recency, frequency and monetary as one number, {@code 100 R + 10 F + M}. */
    public int rfm() {
        return 100 * recency + 10 * frequency + monetary;
    }
}
