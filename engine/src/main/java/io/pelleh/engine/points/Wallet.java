package io.pelleh.engine.points;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A customer's points: open lots and what is owed.
 *
 * <p>Points that become active and run out together share a lot. At most {@value #MAX_LOTS} lots are open: one more
 * joins the lot that runs out last, never sooner than promised.
 *
 * @param debt points owed, repaid from the next accruals
 */
public record Wallet(List<Lot> lots, long debt) {

    /** Open lots kept per customer. */
    public static final int MAX_LOTS = 100;

    public static final Wallet EMPTY = new Wallet(List.of(), 0);

    public Wallet {
        if (debt < 0) {
            throw new IllegalArgumentException("debt must not be negative: " + debt);
        }
        lots = List.copyOf(lots);
    }

    /** A wallet after a change, with the ledger entries that say so. */
    public record Change(Wallet wallet, List<LedgerEntry> entries) {

        public Change {
            entries = List.copyOf(entries);
        }
    }

    /** Points that may be spent at {@code now}. */
    public long active(Instant now) {
        return lots.stream().filter(lot -> lot.active(now)).mapToLong(Lot::left).sum();
    }

    /** Points earned that may not be spent yet. */
    public long pending(Instant now) {
        return lots.stream()
                .filter(lot -> lot.pending(now))
                .mapToLong(Lot::left)
                .sum();
    }

    /** The sum of the ledger: points in open lots less debt. */
    public long balance() {
        return lots.stream().mapToLong(Lot::left).sum() - debt;
    }

    /** The earliest instant after {@code now} at which a lot becomes active or runs out. */
    public Instant due(Instant now) {
        Instant due = Instant.MAX;
        for (Lot lot : lots) {
            due = earliest(due, lot.activeAt(), now);
            due = earliest(due, lot.expiresAt(), now);
        }
        return due;
    }

    private static Instant earliest(Instant best, Instant candidate, Instant now) {
        return candidate.isAfter(now) && candidate.isBefore(best) ? candidate : best;
    }

    /** Earns points; what is owed is repaid from them first. */
    public Change earn(Lot earned) {
        Lot home = home(earned);
        List<LedgerEntry> entries = new ArrayList<>();
        entries.add(new LedgerEntry.Accrued(home.id(), earned.earned()));
        long repaid = Math.min(debt, earned.left());
        if (repaid > 0) {
            entries.add(new LedgerEntry.Spent(home.id(), repaid));
            entries.add(new LedgerEntry.Repaid(repaid));
        }
        Lot grown = home.equals(earned) ? earned : home.joined(earned);
        return new Change(new Wallet(open(with(home, grown.reduced(repaid))), debt - repaid), entries);
    }

    private List<Lot> with(Lot home, Lot grown) {
        List<Lot> next = new ArrayList<>(lots);
        next.remove(home);
        next.add(grown);
        return next;
    }

    /**
     * Takes over what another customer's wallet held, as entries; then what either owes is repaid from what is there.
     *
     * @param prefix of the ids of lots that are new here
     */
    public Change absorb(Wallet other, String prefix) {
        Wallet joined = new Wallet(lots, Math.addExact(debt, other.debt));
        List<LedgerEntry> entries = new ArrayList<>();
        for (Lot lot : other.lots) {
            Lot moved = lot.moved(prefix + entries.size());
            Lot home = joined.home(moved);
            entries.add(new LedgerEntry.Moved(home.id(), moved.left(), true));
            joined = new Wallet(joined.with(home, home.equals(moved) ? moved : home.joined(moved)), joined.debt);
        }
        if (other.debt > 0) {
            entries.add(new LedgerEntry.Owed(other.debt));
        }
        return joined.repaid(entries);
    }

    private Change repaid(List<LedgerEntry> before) {
        List<LedgerEntry> entries = new ArrayList<>(before);
        List<Lot> next = new ArrayList<>();
        long owed = debt;
        for (Lot lot : namedFirst("")) {
            long taken = Math.min(owed, lot.left());
            owed -= taken;
            next.add(lot.reduced(taken));
            if (taken > 0) {
                entries.add(new LedgerEntry.Spent(lot.id(), taken));
                entries.add(new LedgerEntry.Repaid(taken));
            }
        }
        return new Change(new Wallet(open(sorted(next)), owed), entries);
    }

    private static List<Lot> sorted(List<Lot> all) {
        return all.stream()
                .sorted(Comparator.comparing(Lot::earnedAt).thenComparing(Lot::id))
                .toList();
    }

    private Lot home(Lot earned) {
        for (Lot lot : lots) {
            if (lot.expiresAt().equals(earned.expiresAt()) && lot.startsWith(earned)) {
                return lot;
            }
        }
        return lots.size() < MAX_LOTS ? earned : Collections.max(lots, Comparator.comparing(Lot::expiresAt));
    }

    /** Books what ran out by {@code now}. */
    public Change expire(Instant now) {
        List<LedgerEntry> entries = new ArrayList<>();
        List<Lot> next = new ArrayList<>();
        for (Lot lot : lots) {
            if (lot.expired(now)) {
                entries.add(new LedgerEntry.Expired(lot.id(), lot.left()));
            } else {
                next.add(lot);
            }
        }
        return entries.isEmpty() ? new Change(this, List.of()) : new Change(new Wallet(next, debt), entries);
    }

    /**
     * Takes back points of the named lot first, then of the others, nearest expiry first; what is missing is owed.
     *
     * @param points more than zero
     */
    public Change reverse(String lotId, long points) {
        List<LedgerEntry> entries = new ArrayList<>();
        List<Lot> next = new ArrayList<>();
        long missing = points;
        for (Lot lot : namedFirst(lotId)) {
            long taken = Math.min(missing, lot.left());
            missing -= taken;
            next.add(lot.reduced(taken));
            if (taken > 0) {
                entries.add(new LedgerEntry.Reversed(lot.id(), taken));
            }
        }
        if (missing > 0) {
            entries.add(new LedgerEntry.Owed(missing));
        }
        return new Change(new Wallet(open(sorted(next)), Math.addExact(debt, missing)), entries);
    }

    private List<Lot> namedFirst(String lotId) {
        return lots.stream()
                .sorted(Comparator.comparing((Lot lot) -> !lot.id().equals(lotId))
                        .thenComparing(Lot::expiresAt))
                .toList();
    }

    private static List<Lot> open(List<Lot> all) {
        return all.stream().filter(lot -> lot.left() > 0).toList();
    }
}
