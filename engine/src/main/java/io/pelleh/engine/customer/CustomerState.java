package io.pelleh.engine.customer;

import io.pelleh.engine.points.Wallet;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One customer's lifecycle state after version {@code version}: immutable, compact, rebuilt from the journal at will.
 *
 * @param version commits so far; 0 for a customer never written
 * @param decidedAt now of the last decision; never decreases
 * @param uses times each promotion with a limit per customer was granted, by promotion id
 */
public record CustomerState(
        CustomerId id,
        long version,
        Instant decidedAt,
        Standing standing,
        History history,
        Wallet wallet,
        Map<String, Integer> uses,
        Fate fate) {

    /**
     * What comes next for a customer.
     *
     * @param due earliest instant at which something may change with no event, {@link Instant#MAX} for never
     * @param mergedInto the customer this one turned out to be, or null while open
     */
    public record Fate(Instant due, @Nullable CustomerId mergedInto) {

        public static final Fate OPEN = new Fate(Instant.MAX, null);
    }

    public CustomerState {
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative: " + version);
        }
        uses = Map.copyOf(uses);
    }

    /** The state of a customer nobody has written yet. */
    public static CustomerState unseen(CustomerId id, Instant at) {
        return new CustomerState(id, 0, at, Standing.unknown(at), History.begun(at), Wallet.EMPTY, Map.of(), Fate.OPEN);
    }

    public Instant due() {
        return fate.due();
    }

    public CustomerState withHistory(History next) {
        return new CustomerState(id, version, decidedAt, standing, next, wallet, uses, fate);
    }

    public CustomerState withStanding(Standing next) {
        return new CustomerState(id, version, decidedAt, next, history, wallet, uses, fate);
    }

    public CustomerState withWallet(Wallet next) {
        return new CustomerState(id, version, decidedAt, standing, history, next, uses, fate);
    }

    public CustomerState withUses(Map<String, Integer> next) {
        return new CustomerState(id, version, decidedAt, standing, history, wallet, next, fate);
    }

    public CustomerState withFate(Fate next) {
        return new CustomerState(id, version, decidedAt, standing, history, wallet, uses, next);
    }

    /** The next version, decided at {@code now}. */
    public CustomerState decided(Instant now) {
        return new CustomerState(id, version + 1, now, standing, history, wallet, uses, fate);
    }
}
