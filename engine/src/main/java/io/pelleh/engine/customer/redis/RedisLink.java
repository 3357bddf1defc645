package io.pelleh.engine.customer.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.pelleh.engine.customer.StatesUnavailable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One connection, made when it is first needed and again, at most once a second, while Redis is away. */
final class RedisLink {

    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RedisClient client;
    private final AtomicLong nextTry = new AtomicLong(System.nanoTime());
    private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;

    RedisLink(RedisClient client) {
        this.client = client;
    }

    /** The open connection; it reconnects by itself once it has been open. */
    StatefulRedisConnection<byte[], byte[]> open() {
        StatefulRedisConnection<byte[], byte[]> now = connection;
        return now == null ? connect() : now;
    }

    private synchronized StatefulRedisConnection<byte[], byte[]> connect() {
        StatefulRedisConnection<byte[], byte[]> now = connection;
        if (now != null) {
            return now;
        }
        if (System.nanoTime() - nextTry.get() < 0) {
            throw new RedisException("Redis is away; the next try is within a second");
        }
        try {
            now = client.connect(ByteArrayCodec.INSTANCE);
        } catch (RedisConnectionException e) {
            nextTry.set(System.nanoTime() + RETRY_NANOS);
            throw new StatesUnavailable("Redis cannot be reached", e);
        }
        connection = now;
        return now;
    }
}
