package io.pelleh.rules.match;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.engine.decision.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/** Which rules held for what, gathered without garbage: one number for each pair. */
public final class Matches {

    private static final int FIRST_ROOM = 32;
    private static final int MAX_FOUND = 1_000_000;
    private static final long MAX_NANOS = 2_000_000_000;

    /** Rows between two looks at the clock: less than a millisecond's work. */
    private static final int ROWS_A_LOOK = 100_000;

    private final LongSupplier clock;
    private long[] found = new long[FIRST_ROOM];
    private int size;
    private long rows;
    private long nextLook = ROWS_A_LOOK;
    private long began;

    public Matches() {
        this(System::nanoTime);
    }

    /** @param clock nanoseconds from any beginning */
    Matches(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * So many rows are about to be looked at.
     *
     * @throws EvaluationFailed when looking at rows has taken too long
     */
    public void visit(int more) {
        rows += more;
        if (rows >= nextLook) {
            look();
        }
    }

    /** The clock runs from the first look on: whoever gets by with fewer rows pays nothing for it. */
    private void look() {
        long now = clock.getAsLong();
        if (nextLook == ROWS_A_LOOK) {
            began = now;
        } else if (now - began > MAX_NANOS) {
            throw new EvaluationFailed("rows took longer than " + MAX_NANOS + " ns on one basket");
        }
        nextLook = rows + ROWS_A_LOOK;
    }

    /**
     * A rule held.
     *
     * @param rule its place in the stage
     * @param number what it held for, as {@link Scene} numbers it
     * @throws EvaluationFailed when too many did
     */
    public void add(int rule, int number) {
        if (size == MAX_FOUND) {
            throw new EvaluationFailed("rules held more than " + MAX_FOUND + " times for one basket");
        }
        if (size == found.length) {
            found = Arrays.copyOf(found, 2 * size);
        }
        found[size++] = ((long) rule << Integer.SIZE) | number;
    }

    public void clear() {
        size = 0;
        rows = 0;
        nextLook = ROWS_A_LOOK;
    }

    /** What they ask for, by order of the rules and then of the lines; a rule says the same thing about a line once. */
    public List<Proposal> proposals(Sayings sayings, Scene scene) {
        if (size == 0) {
            return List.of();
        }
        Arrays.sort(found, 0, size);
        Instant now = scene.base().customer().now();
        List<Proposal> proposals = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            boolean repeated = i > 0 && found[i] == found[i - 1];
            Saying saying = sayings.get(rule(i));
            if (!repeated && saying.validity().covers(now)) {
                add(proposals, saying, i, scene);
            }
        }
        return proposals;
    }

    private void add(List<Proposal> proposals, Saying saying, int i, Scene scene) {
        boolean again = i > 0 && rule(i) == rule(i - 1);
        List<Ask> asks = saying.asks();
        for (int a = 0; a < asks.size(); a++) {
            Ask ask = asks.get(a);
            if (!again || saying.forLine(ask)) {
                proposals.add(new Proposal(saying.rule(), rule(i), ask, scene.at((int) found[i])));
            }
        }
    }

    private int rule(int i) {
        return (int) (found[i] >>> Integer.SIZE);
    }
}
