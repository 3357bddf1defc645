package io.pelleh.api.http;

import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.coupon.GuessCounts;
import io.pelleh.api.coupon.GuessesInMemory;
import io.pelleh.api.coupon.OwnCodes;
import io.pelleh.api.customer.CustomerSearch;
import io.pelleh.api.journal.Persons;
import io.pelleh.api.vocabulary.Vocabularies;
import io.pelleh.api.wiring.HttpWiring;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.CustomerStates;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.RuleSets;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.Meter;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.rules.StarterPack;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The controllers over the real door, whose ports are in memory. It has no stereotype, so that no scan of the whole
 * application finds it.
 */
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class, FlywayAutoConfiguration.class
        })
@ComponentScan({
    "io.pelleh.api.problem",
    "io.pelleh.api.security",
    "io.pelleh.api.event",
    "io.pelleh.api.eventtype",
    "io.pelleh.api.checkout",
    "io.pelleh.api.customer",
    "io.pelleh.api.sandbox",
    "io.pelleh.api.vocabulary",
    "io.pelleh.api.openapi"
})
@Import(HttpWiring.class)
class HttpApplication {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    MemoryPrograms programs() {
        return new MemoryPrograms();
    }

    @Bean
    MemoryJournal journal() {
        return new MemoryJournal();
    }

    @Bean
    MemoryTables.Keys keys() {
        return new MemoryTables.Keys();
    }

    @Bean
    MemoryTables.Types types() {
        return new MemoryTables.Types();
    }

    @Bean
    MemoryTables.Checkouts openRows() {
        return new MemoryTables.Checkouts();
    }

    @Bean
    MemoryTables.IdempotencyKeys idempotencyKeys() {
        return new MemoryTables.IdempotencyKeys();
    }

    @Bean
    AuditLog audit() {
        return new MemoryTables.Log();
    }

    @Bean
    GuessCounts guessCounts(InstantSource clock) {
        return new GuessesInMemory(clock);
    }

    @Bean
    CustomerSearch search() {
        return new MemoryTables.Nobody();
    }

    @Bean
    OwnCodes ownCodes() {
        return new MemoryTables.Wallets();
    }

    @Bean
    Persons persons() {
        return (program, customer) -> Optional.empty();
    }

    @Bean
    Door door(MemoryPrograms programs, MemoryJournal journal) {
        return new Door(new Door.Ports(programs, new OneRelease(), new NoCopies(), journal, Meter.NONE));
    }

    @Bean
    Vocabularies vocabularies(MemoryPrograms programs) {
        return new Vocabularies(new OneRelease(), programs, (program, release) -> StarterPack.files());
    }

    private record OneRelease() implements RuleSets {

        @Override
        public RuleSet inForce(ProgramId program) {
            return new TenPercent();
        }

        @Override
        public RuleSet inForceAt(ProgramId program, Instant at) {
            return new TenPercent();
        }
    }

    private record NoCopies() implements CustomerStates {

        @Override
        public Optional<CustomerState> find(ProgramId program, CustomerId customer) {
            return Optional.empty();
        }

        @Override
        public void keep(ProgramId program, CustomerState state) {
            // The journal is as fast here.
        }
    }
}
