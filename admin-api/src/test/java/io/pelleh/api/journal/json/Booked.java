package io.pelleh.api.journal.json;

import io.pelleh.engine.points.LedgerEntry;
import java.util.stream.Stream;

/** A ledger entry of every kind. */
final class Booked {

    private Booked() {}

    static Stream<LedgerEntry> entries() {
        return Stream.of(
                new LedgerEntry.Accrued("1-0", 1),
                new LedgerEntry.Spent("1-0", 2),
                new LedgerEntry.Expired("1-0", 3),
                new LedgerEntry.Reversed("1-0", 4),
                new LedgerEntry.Restored("1-0", 5),
                new LedgerEntry.Forgiven("1-0", 6),
                new LedgerEntry.Owed(7),
                new LedgerEntry.Repaid(8),
                new LedgerEntry.Moved("1-0", 9, true));
    }
}
