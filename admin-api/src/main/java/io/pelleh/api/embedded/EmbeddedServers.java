package io.pelleh.api.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB and a real Redis on free loopback ports, with their data kept in a folder between starts. One live
 * instance owns the folder; whatever a killed instance left running on it is ended before the next start.
 */
public final class EmbeddedServers implements AutoCloseable {

    /** Which server to embed. */
    public enum Kind {
        MYSQL,
        REDIS
    }

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServers.class);

    // Server-side prepared statements with rewritten batches: measured 1.4 times the insert rate of rewriting alone.
    private static final String URL_SETTINGS = "useInformationSchema=false&sslMode=DISABLED"
            + "&rewriteBatchedStatements=true&useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=250"
            + "&prepStmtCacheSqlLimit=4096&useLocalSessionState=true&connectionTimeZone=UTC"
            + "&forceConnectionTimeZoneToSession=true&connectTimeout=5000";

    private static final int PASSWORD_BYTES = 16;

    private final DataFolder folder;
    private final String password = newPassword();
    private final Map<Kind, EmbeddedServer> servers = new EnumMap<>(Kind.class);

    private EmbeddedServers(DataFolder folder) {
        this.folder = folder;
    }

    /** Starts both servers; their programs are unpacked into the data folder too. */
    public static EmbeddedServers start(Path dataFolder) {
        return start(dataFolder, dataFolder.resolve("programs"), Set.of(Kind.values()));
    }

    /**
     * Starts some servers and waits until they answer. Throws {@link DataFolderInUse} or {@link ServerNotStarted}, and
     * then leaves none running.
     *
     * @param dataFolder what the servers keep, and the lock file
     * @param programs where the server programs are unpacked once, about 350 MB; may be shared by several instances
     */
    public static EmbeddedServers start(Path dataFolder, Path programs, Set<Kind> kinds) {
        long begun = System.nanoTime();
        try {
            var servers = new EmbeddedServers(DataFolder.lock(dataFolder));
            servers.startGuarded(programs, kinds);
            LOG.info(
                    "Embedded servers {} started in {} ms, their data in {}",
                    servers.servers.keySet(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                    servers.folder.path());
            return servers;
        } catch (IOException e) {
            throw new ServerNotStarted("MariaDB or Redis", "data folder " + dataFolder + ": " + e.getMessage(), e);
        }
    }

    /** The database {@code pelleh} on the embedded MariaDB, without user and password. */
    public String jdbcUrl() {
        return "jdbc:mysql://" + Loopback.HOST + ":" + mysql().port() + "/" + MariaDb.DATABASE + "?" + URL_SETTINGS;
    }

    /** The database user, who may also create further databases. */
    public String user() {
        return MariaDb.USER;
    }

    /** The password of database and Redis, new at each start. */
    public String password() {
        return password;
    }

    /** The embedded Redis, with its password. */
    public String redisUri() {
        return "redis://:" + password + "@" + Loopback.HOST + ":" + redis().port();
    }

    /** The MariaDB server alone, to stop and start it. */
    public EmbeddedServer mysql() {
        return server(Kind.MYSQL);
    }

    /** The Redis server alone, to stop and start it. */
    public EmbeddedServer redis() {
        return server(Kind.REDIS);
    }

    /** Stops both servers in their orderly way, waits until they are gone and releases the folder; may be repeated. */
    @Override
    public synchronized void close() {
        try (folder) {
            servers.values().forEach(EmbeddedServer::stop);
        } finally {
            servers.clear();
        }
    }

    private static String newPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private EmbeddedServer server(Kind kind) {
        var server = servers.get(kind);
        if (server == null) {
            throw new IllegalStateException(kind + " is not embedded here, or the servers are closed");
        }
        return server;
    }

    // Ctrl-C while the servers start: the hook waits for the start to finish, then stops what it started.
    private void startGuarded(Path programs, Set<Kind> kinds) throws IOException {
        var done = new CountDownLatch(1);
        var hook = Thread.ofPlatform().unstarted(() -> closeAfter(done));
        Runtime.getRuntime().addShutdownHook(hook);
        boolean started = false;
        try {
            startAll(programs, kinds);
            started = true;
        } finally {
            if (!started) {
                close();
            }
            done.countDown();
            remove(hook);
        }
    }

    private void closeAfter(CountDownLatch done) {
        try {
            if (!done.await(EmbeddedServer.STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The embedded servers are still starting; the next start will end them");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("Stopping already: the hook closes the servers", e);
        }
    }

    private void startAll(Path programsFolder, Set<Kind> kinds) throws IOException {
        var programs = Programs.unpackInto(programsFolder);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = new ArrayList<Future<?>>();
            for (Kind kind : kinds) {
                starts.add(threads.submit(() -> startOne(kind, programs)));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ServerNotStarted notStarted) {
                throw notStarted;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private EmbeddedServer startOne(Kind kind, Programs programs) throws IOException {
        var server = switch (kind) {
            case MYSQL -> MariaDb.prepare(programs, folder.path().resolve("mariadb"), password);
            case REDIS -> Redis.prepare(programs, folder.path().resolve("redis"), password);
        };
        synchronized (servers) {
            servers.put(kind, server);
        }
        server.start();
        return server;
    }
}
