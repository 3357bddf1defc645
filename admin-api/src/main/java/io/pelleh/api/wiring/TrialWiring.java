package io.pelleh.api.wiring;

import io.pelleh.api.backtest.Backtests;
import io.pelleh.api.draft.Drafts;
import io.pelleh.api.event.EventReader;
import io.pelleh.api.imports.PastFiles;
import io.pelleh.api.journal.Histories;
import io.pelleh.api.ruleset.ReleaseStore;
import io.pelleh.api.ruleset.Releases;
import io.pelleh.api.simulate.RuleSource;
import io.pelleh.api.simulate.Simulations;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.program.Programs;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Trying rules before they are published: simulations and backtests. */
@Configuration(proxyBeanMethods = false)
class TrialWiring {

    @Bean
    RuleSource ruleSource(Releases releases, ReleaseStore store, Drafts drafts) {
        return new ReleasedRules(releases, store, drafts);
    }

    @Bean
    Simulations simulations(Programs programs, Door door, EventReader events, RuleSource rules) {
        return new Simulations(new Simulations.Ports(programs, door, events, rules));
    }

    @Bean
    Backtests.Ports backtestPorts(Programs programs, RuleSource rules, Histories histories, PastFiles files) {
        return new Backtests.Ports(programs, rules, histories, files);
    }

    @Bean
    Backtests backtests(JdbcClient jdbc, Backtests.Ports ports) {
        return new Backtests(jdbc, ports);
    }

    /** What a node left behind begins again once everything here is up. */
    @Bean
    GenericApplicationListener waitingBacktests(Backtests backtests) {
        return GenericApplicationListener.forEventType(ApplicationReadyEvent.class, _ -> backtests.watch());
    }
}
