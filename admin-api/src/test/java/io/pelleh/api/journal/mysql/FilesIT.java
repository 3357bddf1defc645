package io.pelleh.api.journal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.Commits;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Filed;
import io.pelleh.engine.flow.Filed.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is read for many at once is what each would read alone. */
class FilesIT {

    private static final int CUSTOMERS = 300;

    private static Opened opened;
    private static List<Commit> commits;

    @BeforeAll
    static void open() {
        opened = new Opened();
        commits = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> Commits.of("files-" + i).event("files-" + i).commit())
                .toList();
        opened.writeAll(commits);
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    private static Asked customer(String id) {
        return new Asked(Opened.DEMO, null, null, new CustomerId(id));
    }

    /** Everybody asks at the same moment. */
    private static List<Future<Filed>> together(List<Asked> asked) throws InterruptedException {
        CyclicBarrier all = new CyclicBarrier(asked.size());
        List<Future<Filed>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Asked one : asked) {
                answers.add(threads.submit(() -> {
                    all.await();
                    return opened.journal.filed(one);
                }));
            }
        }
        return answers;
    }

    @Test
    void manyAtOnceAreEachToldTheirOwn() throws Exception {
        List<Asked> asked = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> customer("files-" + i))
                .toList();

        List<Future<Filed>> told = together(asked);

        for (int i = 0; i < CUSTOMERS; i++) {
            assertThat(told.get(i).get())
                    .isEqualTo(
                            new Filed(asked.get(i), null, null, commits.get(i).after()));
        }
    }

    @Test
    void whatIsNotThereIsNotTold() {
        Asked asked = new Asked(Opened.DEMO, "no-order", new CheckoutId("no-checkout"), new CustomerId("nobody"));

        assertThat(opened.journal.filed(asked)).isEqualTo(new Filed(asked, null, null, null));
    }

    @Test
    void whatCannotBeReadHarmsNobodyElse() throws Exception {
        Commit broken = Commits.of("broken").event("broken").commit();
        opened.write(broken);
        opened.sql.update("UPDATE customer SET state = 'x' WHERE id = 'broken'");
        List<Asked> asked = new ArrayList<>(List.of(customer("broken")));
        IntStream.range(0, 50).forEach(i -> asked.add(customer("files-" + i)));

        List<Future<Filed>> told = together(asked);

        assertThat(told.getFirst().state()).isEqualTo(Future.State.FAILED);
        for (int i = 0; i < 50; i++) {
            assertThat(told.get(i + 1).get().customer())
                    .isEqualTo(commits.get(i).after());
        }
    }
}
