package io.pelleh.engine.customer.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.CustomerStates;
import io.pelleh.engine.customer.Epoch;
import io.pelleh.engine.customer.StateCodec;
import io.pelleh.engine.customer.StatesUnavailable;
import io.pelleh.engine.program.ProgramId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One hash per customer: {@code e} epoch, {@code v} version, {@code s} state. Keys carry {@code {program:customer}} as
 * hash tag, so that the script also runs on a cluster.
 */
final class RedisCustomerStates implements CustomerStates, RedisConnectionStateListener {

    private static final byte[] EPOCH = ascii("e");
    private static final byte[] STATE = ascii("s");
    private static final byte[] KEEP = ascii("""
            local was = redis.call('HMGET', KEYS[1], 'e', 'v')
            if was[1] then
              local e, epoch = tonumber(was[1]), tonumber(ARGV[1])
              if e > epoch or (e == epoch and tonumber(was[2]) >= tonumber(ARGV[2])) then return 0 end
            end
            redis.call('HSET', KEYS[1], 'e', ARGV[1], 'v', ARGV[2], 's', ARGV[3])
            return 1
            """);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Pattern RUN_ID = Pattern.compile("run_id:([0-9a-f]+)");

    private final RedisLink link;
    private final Epoch epoch;

    /** Whether a write may have reached Redis in the present epoch, so that a lost one leaves something stale. */
    private final AtomicBoolean written = new AtomicBoolean(true);

    /** One that did not answer is left alone for a second, so that not every caller waits for the time-out. */
    private volatile long askAgain = System.nanoTime();

    private @Nullable volatile String keepSha;
    private @Nullable volatile StatefulRedisConnection<byte[], byte[]> greeted;

    RedisCustomerStates(RedisLink link, Epoch epoch) {
        this.link = link;
        this.epoch = epoch;
    }

    /** Meets Redis now if it is there; otherwise at the first call that finds it. */
    void begin() {
        reachable();
    }

    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
        greeted = null;
    }

    boolean reachable() {
        try {
            return "PONG".equals(ask(RedisCommands::ping));
        } catch (StatesUnavailable e) {
            return false;
        }
    }

    @Override
    public Optional<CustomerState> find(ProgramId program, CustomerId customer) {
        List<KeyValue<byte[], byte[]>> fields = ask(redis -> redis.hmget(key(program, customer), EPOCH, STATE));
        byte[] written = fields.get(0).getValueOrElse(null);
        byte[] state = fields.get(1).getValueOrElse(null);
        if (written == null || state == null || !Arrays.equals(written, ascii(epoch.current()))) {
            return Optional.empty();
        }
        return Optional.of(StateCodec.decode(state));
    }

    @Override
    public void keep(ProgramId program, CustomerState state) {
        byte[] key = key(program, state.id());
        byte[] version = ascii(state.version());
        byte[] bytes = StateCodec.encode(state);
        try {
            ask(redis -> {
                written.set(true);
                return eval(redis, key, ascii(epoch.current()), version, bytes);
            });
        } catch (StatesUnavailable e) {
            if (written.getAndSet(false)) {
                epoch.raise("a state could not be written to Redis");
            }
            throw e;
        }
    }

    private Long eval(RedisCommands<byte[], byte[]> redis, byte[] key, byte[]... values) {
        byte[][] keys = {key};
        String sha = keepSha;
        if (sha == null) {
            sha = redis.digest(KEEP);
            keepSha = sha;
        }
        try {
            return redis.evalsha(sha, ScriptOutputType.INTEGER, keys, values);
        } catch (RedisNoScriptException e) {
            return redis.eval(KEEP, ScriptOutputType.INTEGER, keys, values);
        }
    }

    private <T> T ask(Function<RedisCommands<byte[], byte[]>, T> question) {
        if (System.nanoTime() - askAgain < 0) {
            throw new StatesUnavailable("Redis did not answer a moment ago", null);
        }
        try {
            StatefulRedisConnection<byte[], byte[]> connection = link.open();
            greet(connection);
            return question.apply(connection.sync());
        } catch (RedisException e) {
            greeted = null;
            askAgain = System.nanoTime() + PAUSE_NANOS;
            throw new StatesUnavailable("Redis does not answer", e);
        }
    }

    /** After each time Redis was away it may be another one, or an older copy of itself: its run id tells. */
    private void greet(StatefulRedisConnection<byte[], byte[]> connection) {
        if (connection.equals(greeted)) {
            return;
        }
        Matcher runId = RUN_ID.matcher(connection.sync().info("server"));
        epoch.serving(runId.find() ? runId.group(1) : "unknown");
        greeted = connection;
    }

    private static byte[] key(ProgramId program, CustomerId customer) {
        return ("pelleh:{" + program.value() + ":" + customer.value() + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(long number) {
        return ascii(Long.toString(number));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
