package io.pelleh.api.wiring;

import io.pelleh.api.flow.CausedEvents;
import io.pelleh.api.flow.DuePoller;
import io.pelleh.api.journal.Dues;
import io.pelleh.api.journal.InternalEvents;
import io.pelleh.api.journal.Leases;
import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.api.journal.mysql.MySqlJournal;
import io.pelleh.api.pause.Pauses;
import io.pelleh.api.pause.SwitchedRules;
import io.pelleh.api.ruleset.Placing;
import io.pelleh.api.ruleset.ReleaseStore;
import io.pelleh.api.ruleset.ReleaseWatch;
import io.pelleh.api.ruleset.Releases;
import io.pelleh.api.ruleset.mysql.NodeTable;
import io.pelleh.engine.customer.CustomerStates;
import io.pelleh.engine.customer.redis.RedisStates;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.Journal;
import io.pelleh.engine.flow.Meter;
import io.pelleh.engine.program.Programs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one flow: the door with its ports, and what comes to it by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FlowWiring {

    @Bean
    RedisStates redisStates(@Value("${pelleh.redis.uri}") String uri, MySqlJournal mysql) {
        return RedisStates.connect(uri, mysql.epoch());
    }

    @Bean
    CustomerStates customerStates(RedisStates redis, MySqlJournal mysql) {
        return mysql.mirrored(redis.states());
    }

    @Bean
    Releases releases(ReleaseStore store, Programs programs, JdbcClient jdbc, MySqlJournal mysql) {
        return new Releases(new Releases.Ports(store, programs, new NodeTable(jdbc, mysql::node)));
    }

    @Bean
    SwitchedRules switchedRules(Releases releases, Pauses pauses) {
        return new SwitchedRules(releases, pauses);
    }

    @Bean
    ReleaseWatch releaseWatch(Releases releases, ReleaseStore store) {
        return new ReleaseWatch(releases, store).begin();
    }

    @Bean
    Placing.Ports placingPorts(ProgramRegister programs, Releases releases, Door door, Leases leases) {
        return new Placing.Ports(programs, releases, door, leases);
    }

    @Bean
    @ConditionalOnProperty(name = "pelleh.poller.enabled", matchIfMissing = true)
    Placing placing(JdbcClient jdbc, Placing.Ports ports, @Value("${pelleh.placing.per-second:500}") int perSecond) {
        return new Placing(jdbc, ports, perSecond).begin();
    }

    @Bean
    Door door(Programs programs, SwitchedRules rules, CustomerStates states, Journal journal, Meter meter) {
        return new Door(new Door.Ports(programs, rules, states, journal, meter));
    }

    @Bean
    @ConditionalOnProperty(name = "pelleh.poller.enabled", matchIfMissing = true)
    DuePoller duePoller(Dues dues, Door door) {
        return new DuePoller(dues, door);
    }

    @Bean
    CausedEvents causedEvents(InternalEvents events, Programs programs, Door door) {
        return new CausedEvents(events, programs, door);
    }
}
