package io.pelleh.api.wiring;

import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.audit.mysql.AuditTable;
import io.pelleh.api.draft.Course;
import io.pelleh.api.draft.Drafts;
import io.pelleh.api.draft.Editing;
import io.pelleh.api.draft.Gate;
import io.pelleh.api.draft.Schedule;
import io.pelleh.api.journal.Leases;
import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.api.ruleset.Releases;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts and their way to a release. */
@Configuration(proxyBeanMethods = false)
class DraftWiring {

    @Bean
    AuditLog auditLog(JdbcClient jdbc, InstantSource clock) {
        return new AuditTable(jdbc, clock);
    }

    @Bean
    Drafts.Ports draftPorts(
            Releases releases, AuditLog audit, PlatformTransactionManager transactions, InstantSource clock) {
        return new Drafts.Ports(releases, audit, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Drafts drafts(JdbcClient jdbc, Drafts.Ports ports) {
        return new Drafts(jdbc, ports);
    }

    @Bean
    Gate gate(Releases releases, ProgramRegister programs) {
        return new Gate(releases, programs);
    }

    @Bean
    Course course(Drafts drafts, Gate gate, ProgramRegister programs) {
        return new Course(drafts, gate, programs);
    }

    @Bean
    @ConditionalOnProperty(name = "pelleh.poller.enabled", matchIfMissing = true)
    Schedule schedule(Drafts drafts, Course course, ProgramRegister programs, Leases leases) {
        return new Schedule(drafts, course, programs, leases).begin();
    }

    @Bean
    Editing editing(Drafts drafts) {
        return new Editing(drafts);
    }
}
