package io.pelleh.engine.customer.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.pelleh.engine.customer.CustomerStates;
import io.pelleh.engine.customer.Epoch;
import java.time.Duration;

/** Hands out the Redis copy of customers' states, on one connection shared by all threads. */
public final class RedisStates implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(500);

    private final RedisClient client;
    private final RedisCustomerStates states;

    private RedisStates(RedisClient client, RedisCustomerStates states) {
        this.client = client;
        this.states = states;
    }

    /**
     * Connects in the background and goes on trying: a Redis that is away is no reason not to start.
     *
     * @param uri {@code redis://host:port}
     */
    public static RedisStates connect(String uri, Epoch epoch) {
        RedisClient client = RedisClient.create(RedisURI.create(uri));
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build())
                .timeoutOptions(TimeoutOptions.enabled(COMMAND_TIMEOUT))
                .build());
        RedisCustomerStates states = new RedisCustomerStates(new RedisLink(client), epoch);
        client.addListener(states);
        states.begin();
        return new RedisStates(client, states);
    }

    public CustomerStates states() {
        return states;
    }

    /** Whether Redis answers right now. */
    public boolean reachable() {
        return states.reachable();
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, CONNECT_TIMEOUT);
    }
}
