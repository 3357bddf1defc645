package io.pelleh.api.journal.mysql;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.limit.Draw;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Uses of codes that open checkouts hold, as they are under the locks of the codes' counters. */
final class Held {

    private static final ByKeys READ = new ByKeys(
            "SELECT program, code, checkout, held_until FROM coupon_hold WHERE", List.of("program", "code"), "");

    private final List<Hold> holds = new ArrayList<>();

    private record Hold(String program, String code, CheckoutId checkout, Instant until) {}

    /** Reads what is held of the codes that these commits use; where they use none, nothing. */
    void read(Connection connection, List<Pending> commits) throws SQLException {
        TreeSet<List<String>> codes = new TreeSet<>(Admission::compare);
        for (Pending commit : commits) {
            commit.draws().stream()
                    .filter(draw -> draw.bounded() && CouponOnFile.counted(draw))
                    .forEach(draw -> codes.add(List.of(commit.program(), code(draw))));
        }
        if (!codes.isEmpty()) {
            READ.each(
                    connection,
                    codes,
                    row -> holds.add(new Hold(
                            row.getString(1),
                            row.getString(2),
                            new CheckoutId(row.getString(3)),
                            Times.read(row, "held_until"))));
        }
    }

    private static String code(Draw draw) {
        return draw.counter().id().substring(CouponOnFile.COUNTER.length());
    }

    /** How many uses of the counter of a code other checkouts hold. */
    long byOthers(Pending pending, Draw draw) {
        if (holds.isEmpty() || !CouponOnFile.counted(draw) || CouponOnFile.withdraws(draw)) {
            return 0;
        }
        Instant now = pending.commit().steps().getLast().decision().decidedAt();
        String code = code(draw);
        return holds.stream()
                .filter(hold -> hold.code().equals(code) && hold.program().equals(pending.program()))
                .filter(hold -> hold.until().isAfter(now) && !own(pending.commit(), hold))
                .count();
    }

    /** What a commit's checkouts held is used, or free again. */
    void left(Pending pending) {
        holds.removeIf(hold -> hold.program().equals(pending.program()) && own(pending.commit(), hold));
    }

    private static boolean own(Commit commit, Hold hold) {
        return commit.checkouts().stream().anyMatch(change -> change.id().equals(hold.checkout()));
    }
}
