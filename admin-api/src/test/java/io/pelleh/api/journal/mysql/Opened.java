package io.pelleh.api.journal.mysql;

import io.pelleh.api.fixtures.Commits;
import io.pelleh.api.fixtures.Database;
import io.pelleh.api.journal.Settings;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.flow.Journal;
import io.pelleh.engine.program.ProgramId;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node's journal on a database of a test's own, in which it is {@link Commits#NOW}. */
final class Opened implements AutoCloseable {

    static final ProgramId DEMO = Commits.PROGRAM.id();

    private static final int THREADS = 64;

    final Database database = Database.fresh();
    final JdbcTemplate sql = new JdbcTemplate(database.source());
    final MySqlJournal mysql;
    final Journal journal;

    Opened() {
        this(settings -> settings);
    }

    Opened(UnaryOperator<Settings> with) {
        mysql = MySqlJournal.open(database.source(), with.apply(Settings.of(InstantSource.fixed(Commits.NOW))));
        mysql.programs().add(Commits.PROGRAM);
        journal = mysql.journal();
    }

    static EventId id(String id) {
        return new EventId(DEMO, "shop", id);
    }

    Committed write(Commit commit) {
        return journal.commit(commit).join();
    }

    /** From 64 threads at once. */
    List<Committed> writeAll(List<Commit> commits) {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var futures = commits.stream()
                    .map(commit -> CompletableFuture.supplyAsync(() -> write(commit), threads))
                    .toList();
            return futures.stream().map(CompletableFuture::join).toList();
        }
    }

    long number(String query) {
        Long number = sql.queryForObject(query, Long.class);
        return number == null ? 0 : number;
    }

    @Override
    public void close() {
        mysql.close();
        database.close();
    }
}
