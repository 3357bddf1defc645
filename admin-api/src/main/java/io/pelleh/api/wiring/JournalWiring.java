package io.pelleh.api.wiring;

import io.pelleh.api.journal.CheckoutPast;
import io.pelleh.api.journal.CommitListener;
import io.pelleh.api.journal.Dues;
import io.pelleh.api.journal.Histories;
import io.pelleh.api.journal.InternalEvents;
import io.pelleh.api.journal.Leases;
import io.pelleh.api.journal.Persons;
import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.api.journal.Settings;
import io.pelleh.api.journal.Timeline;
import io.pelleh.api.journal.mysql.MySqlJournal;
import io.pelleh.engine.flow.Journal;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The truth: this node's journal in MySQL, and what is read beside it. */
@Configuration(proxyBeanMethods = false)
class JournalWiring {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    MySqlJournal mySqlJournal(
            DataSource source,
            FlywayMigrationInitializer schema,
            InstantSource clock,
            CommitListener listener,
            @Value("${pelleh.journal.node:}") String node,
            @Value("${pelleh.journal.max-batch:256}") int maxBatch) {
        Settings settings = Settings.of(clock).heardBy(listener).batchesOf(maxBatch);
        return MySqlJournal.open(source, node.isBlank() ? settings : settings.named(node));
    }

    @Bean
    Journal journal(MySqlJournal mysql) {
        return mysql.journal();
    }

    @Bean
    ProgramRegister programs(MySqlJournal mysql) {
        return mysql.programs();
    }

    @Bean
    Leases leases(MySqlJournal mysql) {
        return mysql.leases();
    }

    @Bean
    Dues dues(MySqlJournal mysql) {
        return mysql.dues();
    }

    @Bean
    InternalEvents internalEvents(MySqlJournal mysql) {
        return mysql.internalEvents();
    }

    @Bean
    Histories histories(MySqlJournal mysql) {
        return mysql.histories();
    }

    @Bean
    CheckoutPast checkoutPast(MySqlJournal mysql) {
        return mysql.checkoutPast();
    }

    @Bean
    Timeline timeline(MySqlJournal mysql) {
        return mysql.timeline();
    }

    @Bean
    Persons persons(MySqlJournal mysql) {
        return mysql.persons();
    }
}
