package io.pelleh.api.wiring;

import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.campaign.Campaigns;
import io.pelleh.api.campaign.CostGuard;
import io.pelleh.api.campaign.mysql.CounterTable;
import io.pelleh.api.journal.Leases;
import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.api.pause.Pauses;
import io.pelleh.api.pause.mysql.PauseTable;
import io.pelleh.api.ruleset.Releases;
import io.pelleh.engine.program.Programs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Campaigns as they stand, and what switches them off. */
@Configuration(proxyBeanMethods = false)
class CampaignWiring {

    @Bean
    Pauses pauses(JdbcClient jdbc, AuditLog audit, Programs programs) {
        return new Pauses(new Pauses.Ports(new PauseTable(jdbc), audit, programs)).begin();
    }

    @Bean
    Campaigns campaigns(Releases releases, Programs programs, JdbcClient jdbc, Pauses pauses) {
        return new Campaigns(new Campaigns.Ports(releases, programs, new CounterTable(jdbc), pauses));
    }

    @Bean
    @ConditionalOnProperty(name = "pelleh.poller.enabled", matchIfMissing = true)
    CostGuard costGuard(Campaigns campaigns, ProgramRegister programs, Pauses pauses, Leases leases) {
        return new CostGuard(new CostGuard.Ports(campaigns, programs, pauses, leases)).begin();
    }
}
