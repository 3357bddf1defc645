package io.pelleh.api.backtest;

import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.flow.Counting;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.limit.Limit;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one customer, or a guest, takes under one of the rules. Counters of this customer alone are counted here; of those
 * that customers share it is known from when on they are used up, and what is asked of them is noted.
 */
final class Till implements Counting {

    private final Known known;
    private final Books books;
    private final String customer;
    private final Map<Counter, Long> own = new HashMap<>();

    /**
     * What is known of counters beforehand.
     *
     * @param spent from when on they are used up
     * @param used what was taken before the period
     */
    record Known(Spent spent, Map<Counter, Long> used) {}

    Till(Known known, Books books, String customer) {
        this.known = known;
        this.books = books;
        this.customer = customer;
    }

    /** Whether the customer took the same under the other rules. */
    boolean tookAs(Till other) {
        return own.equals(other.own);
    }

    @Override
    public Set<String> take(Decision decision) {
        List<Draw> draws = draws(decision);
        Set<String> refused = refused(draws, decision.decidedAt());
        if (refused.isEmpty()) {
            count(draws, decision.decidedAt());
        }
        return refused;
    }

    /** Counts what was decided for the other rules and holds for these. */
    void count(Decision decision) {
        count(draws(decision), decision.decidedAt());
    }

    private void count(List<Draw> draws, Instant at) {
        for (Draw draw : draws) {
            if (own(draw)) {
                own.put(draw.counter(), used(draw.counter()) + draw.amount());
            }
            ask(draw, at);
        }
    }

    /** What is refused was asked, too: only so it is seen when a counter is taken to be used up too early. */
    private Set<String> refused(List<Draw> draws, Instant at) {
        Set<String> refused = new HashSet<>();
        Map<Counter, Long> taken = new HashMap<>();
        for (Draw draw : draws) {
            if (own(draw) ? tooMuch(draw, taken) : known.spent().over(draw.counter(), at)) {
                refused.add(draw.promotion());
                ask(draw, at);
            }
        }
        return refused;
    }

    private boolean tooMuch(Draw draw, Map<Counter, Long> taken) {
        long before = taken.getOrDefault(draw.counter(), used(draw.counter()));
        taken.put(draw.counter(), before + draw.amount());
        return draw.exceeds(before);
    }

    private void ask(Draw draw, Instant at) {
        if (!own(draw)) {
            books.asked(draw, at);
        }
    }

    private boolean own(Draw draw) {
        return Limit.Per.CUSTOMER.counts(draw.counter(), customer);
    }

    private long used(Counter counter) {
        Long here = own.get(counter);
        return here == null ? known.used().getOrDefault(counter, 0L) : here;
    }

    private static List<Draw> draws(Decision decision) {
        return decision.granted().stream()
                .flatMap(granted -> granted.draws().stream().filter(draw -> limited(granted, draw)))
                .toList();
    }

    /** Codes of batches may bring what they brought then; their uses are not counted again. */
    private static boolean limited(Granted granted, Draw draw) {
        Rule rule = granted.rule();
        return draw.bounded()
                && rule.limits().shared().stream()
                        .anyMatch(limit -> draw.counter().id().startsWith(limit.owner()));
    }
}
