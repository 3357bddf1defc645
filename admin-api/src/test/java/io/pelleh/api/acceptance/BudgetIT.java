package io.pelleh.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.acceptance.BudgetLife.Till;
import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import io.pelleh.api.fixtures.AppProcess;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** No budget is passed, whatever happens at once, and whatever is killed. */
class BudgetIT {

    private static final int BEFORE_THE_KILL = 300;

    private App app;

    @BeforeEach
    void start() {
        app = App.start(Map.of());
        app.publish(BudgetLife.files());
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void noPrefixOfTheLedgerPassesALimitAndItsEndIsTheCounter() throws InterruptedException, ExecutionException {
        BudgetLife life = new BudgetLife(till(() -> app), "c");

        life.run();
        life.fill();

        BudgetLife.check(app.bean(JdbcTemplate.class));
    }

    @Test
    void twoNodesTogetherPassNoLimitEither() throws InterruptedException, ExecutionException {
        AtomicInteger turn = new AtomicInteger();
        try (App other = app.second()) {
            BudgetLife life = new BudgetLife(till(() -> turn.getAndIncrement() % 2 == 0 ? app : other), "t");

            life.run();
            life.fill();

            BudgetLife.check(app.bean(JdbcTemplate.class));
        }
    }

    private static Till till(Supplier<App> node) {
        return new Till() {
            @Override
            public Reply put(String path, String body) {
                return node.get().put(path, body);
            }

            @Override
            public Reply post(String path, String body) {
                return node.get().post(path, "application/json", body);
            }
        };
    }

    @Test
    void anApplicationThatIsKilledInTheMiddlePassesNoLimitAndLosesNoUse() throws Exception {
        PatientTill till = killed();

        assertThat(till.repeated()).isPositive();
        BudgetLife.check(app.bean(JdbcTemplate.class));
    }

    /** On a machine that does nothing else. */
    @Test
    @Tag("full")
    void outsideARestartNobodyWaitsLong() throws Exception {
        PatientTill till = killed();

        assertThat(till.slowestMillis()).isLessThan(2_000);
    }

    private PatientTill killed() throws Exception {
        try (AppProcess process = app.process();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            PatientTill till = new PatientTill((path, body) -> app.request(path)
                    .uri(URI.create(process.url() + path))
                    .header("Content-Type", "application/json")
                    .method(body.contains("returnId") ? "POST" : "PUT", BodyPublishers.ofString(body))
                    .build());
            till.awaitReady(app.program());
            BudgetLife life = new BudgetLife(till, "k");

            Future<?> running = threads.submit(() -> {
                life.run();
                return null;
            });
            till.awaitAnswers(BEFORE_THE_KILL);
            restart(process, till);
            running.get();
            life.fill();
            return till;
        }
    }

    private static void restart(AppProcess process, PatientTill till) {
        till.restarting(
                () -> {
                    process.kill();
                    process.again();
                },
                URI.create(process.url() + "/actuator/health/readiness"));
    }
}
