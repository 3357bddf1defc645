package io.pelleh.api.journal.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.api.fixtures.Commits;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.flow.Committed.CodeTaken;
import io.pelleh.engine.flow.Committed.Done;
import io.pelleh.engine.flow.Committed.Exhausted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many commits share a transaction, and none suffers for it. */
class BatchIT {

    private static Opened opened;

    @BeforeAll
    static void open() {
        opened = new Opened();
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    @Test
    void aCounterIsNeverPassedAndRefusedCommitsLeaveNothing() {
        int limit = 37;
        List<Commit> commits = IntStream.range(0, 200)
                .mapToObj(i -> Commits.of("budget-" + i)
                        .granting(limit, "promotions/budget")
                        .event("budget-" + i)
                        .commit())
                .toList();

        List<Committed> outcomes = opened.writeAll(commits);

        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(limit);
        assertThat(outcomes).filteredOn(Exhausted.class::isInstance).hasSize(200 - limit);
        assertThat(outcomes).contains(new Exhausted(Map.of("promotions/budget", 0L)));
        assertThat(opened.number("SELECT used FROM counter WHERE id = 'promotions/budget'"))
                .isEqualTo(limit);
        assertThat(opened.number("SELECT SUM(amount) FROM counter_entry WHERE counter = 'promotions/budget'"))
                .isEqualTo(limit);
        assertThat(opened.number("SELECT COUNT(*) FROM journal WHERE event_id LIKE 'budget-%'"))
                .isEqualTo(limit);
    }

    @Test
    void whoComesLateForACodeLooksItUpAgainAndLosesNoPromotion() {
        String code = CouponOnFile.COUNTER + "LAST";
        opened.write(Commits.of("code-1").granting(1, code).event("code-1").commit());

        Committed late = opened.write(
                Commits.of("code-2").granting(1, code).event("code-2").commit());

        assertThat(late).isEqualTo(new CodeTaken());
        assertThat(opened.number("SELECT used FROM counter WHERE id = 'coupons/LAST'"))
                .isEqualTo(1);
    }

    @Test
    void aCommitIsRefusedOnlyThePromotionsThatAreSpent() {
        opened.write(Commits.of("greedy-1")
                .granting(1, "promotions/one")
                .event("greedy-1")
                .commit());

        Committed second = opened.write(Commits.of("greedy-2")
                .granting(1, "promotions/one", "promotions/other")
                .event("greedy-2")
                .commit());

        assertThat(second).isEqualTo(new Exhausted(Map.of("promotions/one", 0L)));
        assertThat(opened.number("SELECT COUNT(*) FROM counter WHERE id = 'promotions/other' AND used > 0"))
                .isZero();
    }

    @Test
    void batchesOfANodeAreNumberedWithoutGapsAlsoWhenSomeFail() {
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            commits.add(Commits.of("gap-" + i % 100).event("gap-" + i).commit());
        }

        opened.writeAll(commits);

        List<Long> batches = opened.sql.queryForList(
                "SELECT DISTINCT batch FROM journal WHERE node_id = ? ORDER BY batch", Long.class, opened.mysql.node());
        assertThat(batches)
                .isEqualTo(LongStream.rangeClosed(1, batches.size()).boxed().toList());
        assertThat(opened.number("SELECT last_batch FROM node WHERE id = " + opened.mysql.node()))
                .isEqualTo(batches.size());
        assertThat(opened.number("SELECT COUNT(*) FROM (SELECT MIN(seq) first, MAX(seq) - COUNT(*) last FROM journal"
                        + " GROUP BY node_id, batch) b WHERE first <> 0 OR last <> -1"))
                .isZero();
    }

    @Test
    void aPoisonousCommitFailsAlone() {
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            commits.add(Commits.of("fine-" + i).event("fine-" + i).commit());
        }
        String tooLong = "x".repeat(70);
        Commit poison = Commits.of("poison")
                .event("poison", new Happening.ConsentGiven(tooLong, "email"))
                .commit();
        commits.add(20, poison);

        List<CompletableFuture<Committed>> futures =
                commits.stream().map(opened.journal::commit).toList();

        assertThatThrownBy(() -> futures.get(20).join()).hasMessageContaining("does not accept");
        futures.stream()
                .filter(f -> f != futures.get(20))
                .forEach(f -> assertThat(f.join()).isEqualTo(new Done()));
        assertThat(opened.journal.answered(Opened.id("poison"))).isEmpty();
    }
}
