package io.pelleh.api.backtest;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Standing;
import java.util.TreeMap;

/** What a backtest counts. For one thread; those of all threads are added up. */
final class Tally {

    private static final int MAX_SAMPLES = 20;

    final Books before = new Books();
    final Books after = new Books();
    final Moves rungs = new Moves();
    final Moves tiers = new Moves();
    final Moves segments = new Moves();
    final Counts customers = new Counts();
    final Counts orders = new Counts();
    final Counts guestOrders = new Counts();
    private final TreeMap<String, Sample> samples = new TreeMap<>();

    /** How many there were, and how many of them differently. */
    static final class Counts {

        private long all;
        private long affected;

        void add(boolean different) {
            all++;
            affected += different ? 1 : 0;
        }

        private void add(Counts more) {
            all += more.all;
            affected += more.affected;
        }

        long all() {
            return all;
        }

        long affected() {
            return affected;
        }
    }

    /** Where a customer ended under either. */
    void ended(CustomerState one, CustomerState other) {
        Standing a = one.standing();
        Standing b = other.standing();
        rungs.add(a.rung().name(), b.rung().name());
        tiers.add(a.tier(), b.tier());
        segments.add(a.segment(), b.segment());
    }

    /** Keeps the first by name, so that the same backtest shows the same customers. */
    void sample(Sample sample) {
        samples.put(sample.customer(), sample);
        if (samples.size() > MAX_SAMPLES) {
            samples.pollLastEntry();
        }
    }

    void add(Tally more) {
        before.add(more.before);
        after.add(more.after);
        rungs.add(more.rungs);
        tiers.add(more.tiers);
        segments.add(more.segments);
        customers.add(more.customers);
        orders.add(more.orders);
        guestOrders.add(more.guestOrders);
        more.samples.values().forEach(this::sample);
    }

    Iterable<Sample> samples() {
        return samples.values();
    }
}
