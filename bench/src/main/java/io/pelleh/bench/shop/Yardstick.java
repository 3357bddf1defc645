package io.pelleh.bench.shop;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.pelleh.api.json.Json;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Scope;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerStates;
import io.pelleh.engine.customer.StateCodec;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The least any decision over HTTP has to do: read the body as JSON, get the customer's bytes from Redis, set as many,
 * and write the answer a quote gave; behind the same filters, on one shared connection.
 */
@RestController
@RequestMapping(path = "/bench", produces = "application/json")
public class Yardstick implements DisposableBean {

    private final CustomerStates states;
    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> redis;
    private volatile byte[] answer = {};

    Yardstick(CustomerStates states, @Value("${pelleh.redis.uri}") String uri) {
        this.states = states;
        this.client = RedisClient.create(uri);
        this.redis = client.connect(ByteArrayCodec.INSTANCE);
    }

    /** Takes the answer to give from now on, and copies this customer's state aside. */
    @Needs(Scope.DECIDE)
    @PutMapping(path = "/answer/{customer}", consumes = "application/json")
    byte[] prepare(@PathVariable String customer, @RequestBody byte[] given) {
        byte[] state = states.find(Shop.PROGRAM.id(), new CustomerId(customer))
                .map(StateCodec::encode)
                .orElseThrow();
        redis.sync().set(key(customer), state);
        answer = given;
        return answer;
    }

    @Needs(Scope.DECIDE)
    @PutMapping(path = "/yardstick/{customer}", consumes = "application/json")
    byte[] answer(@PathVariable String customer, @RequestBody byte[] body) {
        if (!Json.read(body).isObject()) {
            throw new IllegalArgumentException("an object is expected");
        }
        byte[] state = redis.sync().get(key(customer));
        redis.sync().set(key(customer), state);
        return answer;
    }

    private static byte[] key(String customer) {
        return ("bench:" + customer).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void destroy() {
        client.shutdown();
    }
}
