package io.pelleh.api.journal.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pelleh.api.fixtures.Commits;
import io.pelleh.api.fixtures.Database;
import io.pelleh.api.health.Meters;
import io.pelleh.api.journal.Settings;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.CustomerStates;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.flow.Committed.Done;
import io.pelleh.engine.flow.Committed.Exhausted;
import io.pelleh.engine.program.ProgramId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several nodes on one database, and nodes that are gone. */
class NodesIT {

    private static final Settings SETTINGS = Settings.of(InstantSource.fixed(Commits.NOW));

    private static Database database;
    private static JdbcTemplate sql;

    @BeforeAll
    static void open() {
        database = Database.fresh();
        sql = new JdbcTemplate(database.source());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aPlaceGivenFreeIsTakenAgainAndItsBatchesGoOn() {
        int first;
        try (MySqlJournal mysql = open(SETTINGS)) {
            first = mysql.node();
            write(mysql, Commits.of("place-1").event("place-1").commit());
        }
        try (MySqlJournal mysql = open(SETTINGS);
                MySqlJournal other = open(SETTINGS)) {
            write(mysql, Commits.of("place-2").event("place-2").commit());

            assertThat(mysql.node()).isEqualTo(first).isNotEqualTo(other.node());
            assertThat(sql.queryForList(
                            "SELECT batch FROM journal WHERE node_id = ? ORDER BY batch", Long.class, first))
                    .endsWith(number("SELECT last_batch FROM node WHERE id = " + first))
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void whoeverLostItsPlaceTakesAnotherAndLosesNothing() {
        try (MySqlJournal frozen = open(SETTINGS.named("shop-1"))) {
            int node = frozen.node();
            write(frozen, Commits.of("frozen-1").event("frozen-1").commit());
            sql.update("UPDATE node SET holder = 'somebody else', name = 'taken' WHERE id = ?", node);

            Committed outcome =
                    write(frozen, Commits.of("frozen-2").event("frozen-2").commit());

            assertThat(outcome).isEqualTo(new Done());
            assertThat(frozen.node()).isNotEqualTo(node);
            assertThat(number("SELECT node_id FROM journal WHERE event_id = 'frozen-2'"))
                    .isEqualTo(frozen.node());
        }
    }

    @Test
    void whatACrashedNodeDidNotPutIntoRedisIsPutByItsSuccessor() {
        MySqlJournal crashed = open(SETTINGS.named("crash"));
        CustomerStates old = crashed.mirrored(new InMemory());
        Commit kept = Commits.of("kept").event("kept-1").commit();
        write(crashed, kept);
        old.keep(Opened.DEMO, kept.after());
        await().until(() -> number("SELECT last_redis_batch FROM node WHERE name = 'crash'") == 1);
        Commit lost = Commits.of("lost").event("lost-1").commit();
        write(crashed, lost);

        InMemory redis = new InMemory();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (MySqlJournal successor = open(SETTINGS.named("crash").heardBy(new Meters(registry)))) {
            successor.mirrored(redis);

            assertThat(successor.node()).isEqualTo(crashed.node());
            assertThat(redis.find(Opened.DEMO, new CustomerId("lost"))).contains(lost.after());
            assertThat(redis.find(Opened.DEMO, new CustomerId("kept"))).isEmpty();
            assertThat(registry.counter("pelleh.redis.repairs").count()).isEqualTo(1);
        }
        crashed.close();
    }

    @Test
    void whatADeadNodeDidNotPutIntoRedisIsPutByAnotherOnceItsLeaseRanOut() {
        Settings brief = SETTINGS.leasedFor(Duration.ofMillis(400));
        MySqlJournal dead = open(brief);
        Commit lost = Commits.of("dead").event("dead-1").commit();
        write(dead, lost);
        dead.close();

        InMemory redis = new InMemory();
        try (MySqlJournal alive = open(brief.named("alive"))) {
            alive.mirrored(redis);

            await().until(() -> redis.find(Opened.DEMO, new CustomerId("dead")).isPresent());
        }
    }

    @Test
    void twoNodesNeverPassACounterTogether() {
        int limit = 50;
        try (MySqlJournal one = open(SETTINGS);
                MySqlJournal two = open(SETTINGS)) {
            List<CompletableFuture<Committed>> futures = new ArrayList<>();
            IntStream.range(0, 400).forEach(i -> {
                Commit commit = Commits.of("pair-" + i)
                        .granting(limit, "promotions/pair", "promotions/pair-" + i % 3)
                        .event("pair-" + i)
                        .commit();
                futures.add((i % 2 == 0 ? one : two).journal().commit(commit));
            });

            List<Committed> outcomes =
                    futures.stream().map(CompletableFuture::join).toList();

            assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(limit);
            assertThat(outcomes).filteredOn(Exhausted.class::isInstance).hasSize(400 - limit);
            assertThat(number("SELECT used FROM counter WHERE id = 'promotions/pair'"))
                    .isEqualTo(limit);
            assertThat(sql.queryForList(
                            "SELECT position FROM counter_entry WHERE counter = 'promotions/pair' ORDER BY position",
                            Long.class))
                    .as("entries of both nodes in one order")
                    .isEqualTo(LongStream.rangeClosed(1, limit).boxed().toList());
        }
    }

    @Test
    void twoNodesWriteACustomerOneAfterTheOther() {
        try (MySqlJournal one = open(SETTINGS);
                MySqlJournal two = open(SETTINGS)) {
            List<CompletableFuture<Committed>> futures = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                futures.add(one.journal()
                        .commit(Commits.of("both-" + i).event("both-a-" + i).commit()));
                futures.add(two.journal()
                        .commit(Commits.of("both-" + i).event("both-b-" + i).commit()));
            }

            assertThat(futures.stream().map(CompletableFuture::join))
                    .filteredOn(Done.class::isInstance)
                    .hasSize(100);
            assertThat(number("SELECT COUNT(*) FROM journal WHERE customer LIKE 'both-%'"))
                    .isEqualTo(100);
        }
    }

    private static MySqlJournal open(Settings settings) {
        MySqlJournal mysql = MySqlJournal.open(database.source(), settings);
        mysql.programs().add(Commits.PROGRAM);
        return mysql;
    }

    private static Committed write(MySqlJournal mysql, Commit commit) {
        return mysql.journal().commit(commit).join();
    }

    private static long number(String query) {
        Long number = sql.queryForObject(query, Long.class);
        return number == null ? 0 : number;
    }

    /** The states' in-memory twin. */
    private static final class InMemory implements CustomerStates {

        private final Map<CustomerId, CustomerState> states = new ConcurrentHashMap<>();

        @Override
        public Optional<CustomerState> find(ProgramId program, CustomerId customer) {
            return Optional.ofNullable(states.get(customer));
        }

        @Override
        public void keep(ProgramId program, CustomerState state) {
            states.merge(state.id(), state, (old, next) -> next.version() > old.version() ? next : old);
        }
    }
}
