package io.pelleh.api.wiring;

import io.pelleh.api.health.Vital;
import io.pelleh.api.health.Vital.Condition;
import io.pelleh.api.health.Vital.Reading;
import io.pelleh.api.journal.Dues;
import io.pelleh.api.journal.mysql.MySqlJournal;
import io.pelleh.engine.customer.redis.RedisStates;
import java.util.Map;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What health looks at beside MySQL, which Spring Boot sees to. */
@Configuration(proxyBeanMethods = false)
class HealthWiring {

    private static final int MANY_WAITING = 2_000;
    private static final long LATE_MILLIS = 300_000;

    /** Without Redis the work goes on from MySQL, slower. */
    @Bean
    HealthIndicator redisHealthIndicator(RedisStates redis) {
        return new Vital(() -> new Reading(redis.reachable() ? Condition.UP : Condition.DEGRADED, Map.of()));
    }

    @Bean
    HealthIndicator committerHealthIndicator(MySqlJournal mysql) {
        return new Vital(() -> {
            int waiting = mysql.waiting();
            Condition condition = waiting < MANY_WAITING ? Condition.UP : Condition.DEGRADED;
            return new Reading(condition, Map.of("waiting", waiting, "node", mysql.node()));
        });
    }

    /** Customers whose due is long past: decisions made meanwhile still see it. */
    @Bean
    HealthIndicator pollerHealthIndicator(Dues dues) {
        return new Vital(() -> {
            long lag = dues.lagMillis();
            return new Reading(lag < LATE_MILLIS ? Condition.UP : Condition.DEGRADED, Map.of("lagMillis", lag));
        });
    }
}
