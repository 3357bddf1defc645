package io.pelleh.api.journal.mysql;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Scores;
import io.pelleh.engine.customer.StateCodec;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.event.Alias;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.points.LedgerEntry;
import io.pelleh.engine.points.Lot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a commit writes about its customer: the state and what lists filter by, names, points. */
final class CustomerRows {

    private final Commit commit;
    private final CustomerState before;
    private final Rows rows;
    private final String program;
    private final String customer;

    CustomerRows(Commit commit, CustomerState before, Rows rows) {
        this.commit = commit;
        this.before = before;
        this.rows = rows;
        this.program = commit.program().id().value();
        this.customer = before.id().value();
    }

    void add() {
        CustomerState after = commit.after();
        state(after);
        segments(after);
        aliases(after);
        commit.steps().forEach(step -> ledger(step.decision()));
        lots();
    }

    private void state(CustomerState after) {
        Scores scores = after.standing().scores();
        CustomerId survivor = after.fate().mergedInto();
        rows.add(
                Table.CUSTOMER,
                program,
                customer,
                after.version(),
                Times.column(after.decidedAt()),
                Times.optional(after.due()),
                after.standing().rung().name(),
                after.standing().tier(),
                after.standing().segment(),
                scores.loyalty(),
                scores.frequency(),
                scores.recency(),
                scores.monetary(),
                after.history().purchases().orders(),
                after.history().purchases().spent(),
                after.wallet().balance(),
                Times.optional(after.history().purchases().lastAt()),
                after.standing().release(),
                survivor == null ? null : survivor.value(),
                Rows.bytes(StateCodec.encode(after)));
    }

    private void segments(CustomerState after) {
        List<String> was = before.standing().segments();
        List<String> is = after.standing().segments();
        was.stream().filter(s -> !is.contains(s)).forEach(s -> rows.add(Table.SEGMENT_LEFT, program, s, customer));
        is.stream().filter(s -> !was.contains(s)).forEach(s -> rows.add(Table.SEGMENT_ENTERED, program, s, customer));
    }

    private void aliases(CustomerState after) {
        CustomerId survivor = after.fate().mergedInto();
        String owner = survivor == null ? customer : survivor.value();
        for (Alias alias : commit.subject().aliases()) {
            rows.add(Table.ALIAS, program, alias.kind().name(), alias.value(), owner);
        }
    }

    private void ledger(Decision decision) {
        int seq = 0;
        for (LedgerEntry entry : decision.ledger()) {
            rows.add(
                    Table.LEDGER_ENTRY,
                    program,
                    customer,
                    decision.after().version(),
                    seq++,
                    kind(entry),
                    entry.lot(),
                    entry.signed(),
                    Times.column(decision.decidedAt()));
        }
    }

    private static String kind(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Accrued _ -> "ACCRUED";
            case LedgerEntry.Spent _ -> "SPENT";
            case LedgerEntry.Expired _ -> "EXPIRED";
            case LedgerEntry.Reversed _ -> "REVERSED";
            case LedgerEntry.Restored _ -> "RESTORED";
            case LedgerEntry.Forgiven _ -> "FORGIVEN";
            case LedgerEntry.Owed _ -> "OWED";
            case LedgerEntry.Repaid _ -> "REPAID";
            case LedgerEntry.Moved _ -> "MOVED";
        };
    }

    /** Lots that changed in any step; one that is gone stays with nothing in it. */
    private void lots() {
        Map<String, Lot> known = byId(before);
        Map<String, Lot> changed = new HashMap<>();
        for (Commit.Step step : commit.steps()) {
            Map<String, Lot> now = byId(step.decision().after());
            known.forEach((id, lot) -> {
                if (!now.containsKey(id)) {
                    changed.put(id, emptied(lot));
                }
            });
            now.forEach((id, lot) -> {
                if (!lot.equals(known.get(id))) {
                    changed.put(id, lot);
                }
            });
            known.clear();
            known.putAll(now);
        }
        changed.values().forEach(this::lot);
    }

    private static Map<String, Lot> byId(CustomerState state) {
        Map<String, Lot> lots = new HashMap<>();
        state.wallet().lots().forEach(lot -> lots.put(lot.id(), lot));
        return lots;
    }

    private static Lot emptied(Lot lot) {
        return new Lot(lot.id(), lot.earned(), 0, lot.earnedAt(), lot.activeAt(), lot.expiresAt());
    }

    private void lot(Lot lot) {
        rows.add(
                Table.LOT,
                program,
                customer,
                lot.id(),
                lot.earned(),
                lot.left(),
                Times.column(lot.earnedAt()),
                Times.column(lot.activeAt()),
                Times.optional(lot.expiresAt()));
    }
}
