package io.pelleh.api.imports;

import io.pelleh.api.fixtures.Database;
import io.pelleh.api.fixtures.Servers;
import io.pelleh.api.identity.Digests;
import io.pelleh.api.identity.Identities;
import io.pelleh.api.journal.Settings;
import io.pelleh.api.journal.mysql.MySqlJournal;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Scope;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.CustomerStates;
import io.pelleh.engine.customer.redis.RedisStates;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.RuleSets;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.Meter;
import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.rules.RuleCompiler;
import io.pelleh.rules.StarterPack;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports with everything they need around them: a real journal, real states, and the rules of a program. */
public final class Importing implements AutoCloseable {

    public final Program program;
    public final JdbcTemplate sql;
    final Imports imports;
    public final Door door;
    public final MySqlJournal mysql;
    private final Database database;
    private final RedisStates redis;

    private Importing(Database database, String redisUri, Program program, World world) {
        this.database = database;
        this.program = program;
        this.sql = new JdbcTemplate(database.source());
        this.mysql = MySqlJournal.open(
                database.source(), Settings.of(InstantSource.fixed(world.now())).named("importing"));
        mysql.programs().add(program);
        this.redis = RedisStates.connect(redisUri, mysql.epoch());
        CustomerStates states = mysql.mirrored(redis.states());
        RuleSets rules = rules(RuleCompiler.compile(1, program.zone(), world.rules()));
        this.door = new Door(new Door.Ports(mysql.programs(), rules, states, mysql.journal(), Meter.NONE));
        this.imports = new Imports(
                sql,
                new TransactionTemplate(new JdbcTransactionManager(database.source())),
                new Imports.Ports(mysql.programs(), door, new Identities(new Digests(new byte[32]))));
    }

    /** What is outside the program: the time, and the rules in force. */
    public record World(Instant now, Map<String, byte[]> rules) {

        public static World at(String now) {
            return new World(Instant.parse(now), StarterPack.files());
        }
    }

    public static Importing into(Program program, World world) {
        Servers servers = Servers.shared();
        return new Importing(Database.fresh(), servers.redisUri(), program, world);
    }

    static Importing on(Database database, String redisUri, Program program, World world) {
        return new Importing(database, redisUri, program, world);
    }

    public static Program program(String id, String currency, String zone) {
        int exponent = currency.equals("IRR") ? 0 : 2;
        return new Program(
                new ProgramId(id),
                id,
                Currency.of(currency, exponent),
                true,
                ZoneId.of(zone),
                Program.CountsAt.PLACED,
                false,
                Calendar.usual(ZoneId.of(zone)));
    }

    private static RuleSets rules(RuleSet rules) {
        return new RuleSets() {
            @Override
            public RuleSet inForce(ProgramId program) {
                return rules;
            }

            @Override
            public RuleSet inForceAt(ProgramId program, Instant at) {
                return rules;
            }
        };
    }

    /** Takes the files in, without beginning. */
    Job take(String mapping, FilePart... files) {
        List<Part> parts = new ArrayList<>(List.of(files));
        parts.add(new FilePart("mapping", "mapping.json", mapping.getBytes(StandardCharsets.UTF_8)));
        Caller caller = new Caller(program.id(), "tester", Set.of(Scope.INGEST), null);
        try {
            return new ImportUpload(imports).take(caller, parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports all of a public data set by the mapping that ships for it; says what came of it. */
    public String importAll(String mapping, Path folder) {
        Job job = run(RealData.mapping(mapping), RealData.files(folder, ".csv.gz"));
        return job.state() + " " + job.problem();
    }

    /** Imports one text by a mapping; says what came of it. */
    public String importText(String mapping, String text) {
        Job job = run(mapping, FilePart.of("rows.csv", text));
        return job.state() + " " + job.problem();
    }

    /** Imports files from beginning to end. */
    Job run(String mapping, FilePart... files) {
        return finish(take(mapping, files));
    }

    Job finish(Job job) {
        imports.resume(job);
        return await(job);
    }

    Job await(Job job) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> find(job), now -> now.state().compareTo(Job.State.DONE) >= 0);
    }

    Job find(Job job) {
        return imports.stores().jobs().find(program.id(), job.id()).orElseThrow();
    }

    List<String> rejects(Job job) {
        List<String> all = new ArrayList<>();
        imports.stores().rows().rejects(job.id(), r -> all.add(Job.line(r.at()) + " " + r.reason()));
        return all;
    }

    public CustomerState customer(String id) {
        return mysql.journal().find(program.id(), new CustomerId(id)).orElseThrow();
    }

    public long number(String query, Object... values) {
        Long number = sql.queryForObject(query, Long.class, values);
        return number == null ? 0 : number;
    }

    @Override
    public void close() {
        imports.close();
        mysql.close();
        redis.close();
        database.close();
    }
}
