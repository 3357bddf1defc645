package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the promotions of a lane that may be given together and take most off: branch and bound over the promotions, most
 * money alone first. What a set takes off is, for each line, the sum of its promotions or all there is; so the sums alone
 * bound it. Of equal sets the one with fewer promotions is taken, then the one with the smaller ids.
 */
final class Combination {

    /** Promotions up to which the best set is always found. */
    static final int EXACT = 20;

    /** Sets looked at when there are more. */
    private static final int MAX_WORK = 200_000;

    private static final Comparator<Candidate> MOST_ALONE = Comparator.comparingLong(Candidate::moneyOff)
            .reversed()
            .thenComparing(c -> c.rule().id());

    private final List<Candidate> all;
    private final long allowance;
    private final long shippingLeft;
    private final long[] room;
    private final long[] restAlone;
    private final boolean bounded;
    private final List<Candidate> chosen = new ArrayList<>();
    private final long[] sums;
    private long shippingSum;
    private List<Candidate> best = List.of();
    private long most;
    private int work;

    /**
     * @param candidates with money off, each worth something on {@code goods}
     * @param allowance what may be taken off the goods
     */
    Combination(List<Candidate> candidates, Goods goods, long allowance) {
        this.all = candidates.stream().sorted(MOST_ALONE).toList();
        this.allowance = allowance;
        this.shippingLeft = goods.shipping();
        this.room = goods.lines().stream().mapToLong(Line::room).toArray();
        this.sums = new long[room.length];
        this.bounded = all.size() > EXACT;
        this.restAlone = new long[all.size() + 1];
        for (int i = all.size() - 1; i >= 0; i--) {
            restAlone[i] = Math.addExact(restAlone[i + 1], all.get(i).moneyOff());
        }
    }

    /** The set, in no order. */
    List<Candidate> best() {
        search(0, 0);
        return best;
    }

    /** Whether work was cut short, so that a better set may exist. */
    boolean approximate() {
        return bounded && work > MAX_WORK;
    }

    private void search(int from, long value) {
        work++;
        if (better(value)) {
            best = List.copyOf(chosen);
            most = value;
        }
        for (int i = from; i < all.size(); i++) {
            if (bounded && work > MAX_WORK) {
                return;
            }
            long bound = value + restAlone[i];
            if (bound < most || (bound == most && chosen.size() >= best.size())) {
                return;
            }
            Candidate next = all.get(i);
            if (chosen.stream().noneMatch(next::excludes)) {
                choose(next, 1);
                search(i + 1, value());
                choose(next, -1);
            }
        }
    }

    private void choose(Candidate candidate, int sign) {
        long[] lines = candidate.lines();
        for (int line = 0; line < sums.length; line++) {
            sums[line] += sign * lines[line];
        }
        shippingSum += sign * candidate.shipping();
        if (sign > 0) {
            chosen.add(candidate);
        } else {
            chosen.removeLast();
        }
    }

    private long value() {
        long goods = 0;
        for (int line = 0; line < sums.length; line++) {
            goods += Math.min(sums[line], room[line]);
        }
        return Math.min(goods, allowance) + Math.min(shippingSum, shippingLeft);
    }

    private boolean better(long value) {
        if (value != most || chosen.size() != best.size()) {
            return value > most || (value == most && chosen.size() < best.size());
        }
        return ids(chosen).compareTo(ids(best)) < 0;
    }

    private static String ids(List<Candidate> set) {
        return String.join("\n", set.stream().map(c -> c.rule().id()).sorted().toList());
    }
}
