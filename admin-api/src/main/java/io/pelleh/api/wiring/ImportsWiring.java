package io.pelleh.api.wiring;

import io.pelleh.api.identity.Identities;
import io.pelleh.api.imports.Imports;
import io.pelleh.api.imports.PastFiles;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.program.Programs;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Bulk imports, through the same door as everything else. */
@Configuration(proxyBeanMethods = false)
class ImportsWiring {

    @Bean
    Imports imports(JdbcTemplate jdbc, PlatformTransactionManager transactions, Imports.Ports ports) {
        return new Imports(jdbc, new TransactionTemplate(transactions), ports);
    }

    @Bean
    Imports.Ports importPorts(Programs programs, Door door, Identities identities) {
        return new Imports.Ports(programs, door, identities);
    }

    /** Files that are only tried. */
    @Bean
    PastFiles pastFiles(JdbcTemplate jdbc, PlatformTransactionManager transactions, Identities identities) {
        return new PastFiles(jdbc, new TransactionTemplate(transactions), identities);
    }

    /** What a node left behind goes on once everything here is up. */
    @Bean
    GenericApplicationListener abandonedImports(Imports imports) {
        return GenericApplicationListener.forEventType(ApplicationReadyEvent.class, _ -> imports.watch());
    }
}
