package io.pelleh.engine.customer;

import io.pelleh.engine.customer.redis.RedisStates;
import io.pelleh.engine.fixtures.RedisServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The copy in a real Redis, which the test starts on a free port. */
class RedisStatesIT extends StatesContract {

    @TempDir
    private static Path folder;

    private RedisServer server;
    private RedisStates redis;

    @BeforeEach
    void connect() {
        server = RedisServer.in(folder);
        server.start();
        redis = RedisStates.connect("redis://127.0.0.1:" + server.port(), epoch);
    }

    @AfterEach
    void disconnect() {
        redis.close();
        server.stop();
    }

    @Override
    CustomerStates states() {
        return redis.states();
    }

    @Override
    void flush() {
        server.say("FLUSHALL");
    }

    @Override
    void stop() {
        server.stop();
    }

    @Override
    void start() {
        server.start();
    }
}
