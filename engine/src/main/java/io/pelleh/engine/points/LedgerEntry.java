package io.pelleh.engine.points;

/**
 * One line of the append-only points ledger; the balance is the sum of {@link #signed()}.
 *
 * <p>{@code lot} names the lot that is touched; a debt has none.
 */
public sealed interface LedgerEntry {

    /** Points, always positive; the kind of entry gives the sign. */
    long points();

    String lot();

    /** What this entry adds to the balance. */
    default long signed() {
        return switch (this) {
            case Accrued e -> e.points();
            case Spent e -> -e.points();
            case Expired e -> -e.points();
            case Reversed e -> -e.points();
            case Restored e -> e.points();
            case Forgiven e -> -e.points();
            case Owed e -> -e.points();
            case Repaid e -> e.points();
            case Moved e -> e.in() ? e.points() : -e.points();
        };
    }

    /** A lot was earned. */
    record Accrued(String lot, long points) implements LedgerEntry {}

    /** Points of a lot were spent. */
    record Spent(String lot, long points) implements LedgerEntry {}

    /** What was left of a lot ran out. */
    record Expired(String lot, long points) implements LedgerEntry {}

    /** Points of a lot were taken back, for example by a return. */
    record Reversed(String lot, long points) implements LedgerEntry {}

    /** Spent points came back to their lot. */
    record Restored(String lot, long points) implements LedgerEntry {}

    /** Points of a lot were given up without being used. */
    record Forgiven(String lot, long points) implements LedgerEntry {}

    /** A claw-back beyond the points at hand. */
    record Owed(long points) implements LedgerEntry {
        @Override
        public String lot() {
            return "";
        }
    }

    /** A debt paid off by a later accrual. */
    record Repaid(long points) implements LedgerEntry {
        @Override
        public String lot() {
            return "";
        }
    }

    /** A lot left for, or came from, the customer this one is merged with. */
    record Moved(String lot, long points, boolean in) implements LedgerEntry {}
}
