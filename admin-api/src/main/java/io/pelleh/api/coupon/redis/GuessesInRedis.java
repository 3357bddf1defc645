package io.pelleh.api.coupon.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.pelleh.api.coupon.GuessCounts;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts that all nodes share. While Redis is away each node counts for itself. */
public final class GuessesInRedis implements GuessCounts, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GuessesInRedis.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(500);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MEMORY_SECONDS = TimeUnit.DAYS.toSeconds(1);

    /** Keys: codes of the window, the lock, how often it came. The keys of one who guesses share a hash tag. */
    private static final String COUNT = """
            local left = redis.call('TTL', KEYS[2])
            if left > 0 then return {left, 0} end
            for i = 6, #ARGV do redis.call('SADD', KEYS[1], ARGV[i]) end
            if redis.call('TTL', KEYS[1]) < 0 then redis.call('EXPIRE', KEYS[1], ARGV[2]) end
            if redis.call('SCARD', KEYS[1]) <= tonumber(ARGV[1]) then return {0, 0} end
            local times = redis.call('INCR', KEYS[3])
            local seconds = math.min(tonumber(ARGV[4]), tonumber(ARGV[3]) * 2 ^ (times - 1))
            redis.call('EXPIRE', KEYS[3], seconds + tonumber(ARGV[5]))
            redis.call('SET', KEYS[2], '1', 'EX', seconds)
            redis.call('DEL', KEYS[1])
            return {seconds, 1}
            """;

    private final RedisClient client;
    private final RedisURI uri;
    private final GuessCounts alone;
    private @Nullable StatefulRedisConnection<String, String> connection;
    private volatile long askAgain = System.nanoTime();

    /** @param alone counts while Redis is away */
    public GuessesInRedis(String uri, GuessCounts alone) {
        this.uri = RedisURI.create(uri);
        this.alone = alone;
        this.client = RedisClient.create();
        this.client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build())
                .timeoutOptions(TimeoutOptions.enabled(COMMAND_TIMEOUT))
                .build());
    }

    @Override
    public Verdict count(String who, Set<String> codes, Bounds bounds) {
        if (System.nanoTime() - askAgain < 0) {
            return alone.count(who, codes, bounds);
        }
        try {
            return counted(who, codes, bounds);
        } catch (RedisException e) {
            askAgain = System.nanoTime() + PAUSE_NANOS;
            LOG.debug("Redis does not answer; this node counts guesses for itself", e);
            return alone.count(who, codes, bounds);
        }
    }

    private Verdict counted(String who, Set<String> codes, Bounds bounds) {
        String[] keys = Stream.of("codes", "lock", "locks")
                .map(what -> "pelleh:guesses:{" + who + "}:" + what)
                .toArray(String[]::new);
        Pace pace = bounds.pace();
        String[] values = Stream.concat(
                        Stream.of(
                                        bounds.codes(),
                                        pace.window().toSeconds(),
                                        pace.first().toSeconds(),
                                        pace.longest().toSeconds(),
                                        MEMORY_SECONDS)
                                .map(String::valueOf),
                        codes.stream())
                .toArray(String[]::new);
        List<Long> answer = open().sync().eval(COUNT, ScriptOutputType.MULTI, keys, values);
        return new Verdict(answer.getFirst(), answer.getLast() == 1);
    }

    private synchronized StatefulRedisConnection<String, String> open() {
        StatefulRedisConnection<String, String> open = connection;
        if (open == null) {
            open = client.connect(uri);
            connection = open;
        }
        return open;
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, CONNECT_TIMEOUT);
    }
}
