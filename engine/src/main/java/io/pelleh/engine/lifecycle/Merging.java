package io.pelleh.engine.lifecycle;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.CustomerState.Fate;
import io.pelleh.engine.customer.History;
import io.pelleh.engine.customer.Told;
import io.pelleh.engine.customer.Watched;
import io.pelleh.engine.points.LedgerEntry;
import io.pelleh.engine.points.Lot;
import io.pelleh.engine.points.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two customers who turn out to be one person: the loser closes, the survivor gets history and points as entries. */
final class Merging {

    private Merging() {}

    static Folded leave(CustomerState loser, CustomerId survivor) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (Lot lot : loser.wallet().lots()) {
            entries.add(new LedgerEntry.Moved(lot.id(), lot.left(), false));
        }
        if (loser.wallet().debt() > 0) {
            entries.add(new LedgerEntry.Repaid(loser.wallet().debt()));
        }
        CustomerState closed = loser.withWallet(Wallet.EMPTY).withFate(new Fate(Instant.MAX, survivor));
        return new Folded(closed, entries, null, false);
    }

    static Folded absorb(CustomerState survivor, CustomerState loser) {
        Wallet.Change taken = survivor.wallet().absorb(loser.wallet(), (survivor.version() + 1) + "-m");
        CustomerState merged = survivor.withHistory(joined(survivor.history(), loser.history()))
                .withWallet(taken.wallet())
                .withUses(summed(survivor.uses(), loser.uses()));
        return new Folded(merged, taken.entries(), null, false);
    }

    private static History joined(History survivor, History loser) {
        History all = survivor.contacted(loser.seenAt(), false)
                .contacted(loser.activeAt(), true)
                .with(survivor.purchases().plus(loser.purchases()))
                .with(survivor.engagement().plus(loser.engagement()));
        for (Watched watched : loser.watched()) {
            all = all.watching(watched);
        }
        Map<String, Told> told = new HashMap<>(loser.told());
        told.putAll(survivor.told());
        if (told.size() <= Told.MAX_VALUES) {
            all = all.told(told);
        }
        Instant enrolledAt = loser.enrolledAt();
        return enrolledAt == null ? all : all.enrolled(enrolledAt);
    }

    private static Map<String, Integer> summed(Map<String, Integer> a, Map<String, Integer> b) {
        Map<String, Integer> sum = new HashMap<>(a);
        b.forEach((promotion, times) -> sum.merge(promotion, times, Math::addExact));
        return sum;
    }
}
