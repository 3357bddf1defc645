package io.pelleh.api.wiring;

import io.pelleh.api.checkout.IdempotencyKeys;
import io.pelleh.api.checkout.OpenCheckoutRows;
import io.pelleh.api.checkout.mysql.CheckoutTable;
import io.pelleh.api.checkout.mysql.IdempotencyTable;
import io.pelleh.api.customer.CustomerSearch;
import io.pelleh.api.customer.mysql.CustomerTable;
import io.pelleh.api.eventtype.EventTypeStore;
import io.pelleh.api.eventtype.mysql.EventTypeTable;
import io.pelleh.api.security.KeyStore;
import io.pelleh.api.security.mysql.KeyTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ports of the controllers, on MySQL. */
@Configuration(proxyBeanMethods = false)
public class TableWiring {

    @Bean
    KeyStore keyStore(JdbcClient jdbc) {
        return new KeyTable(jdbc);
    }

    @Bean
    EventTypeStore eventTypeStore(JdbcClient jdbc) {
        return new EventTypeTable(jdbc);
    }

    @Bean
    OpenCheckoutRows openCheckoutRows(JdbcTemplate jdbc) {
        return new CheckoutTable(jdbc);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient jdbc) {
        return new IdempotencyTable(jdbc);
    }

    @Bean
    CustomerSearch customerSearch(JdbcClient jdbc) {
        return new CustomerTable(jdbc);
    }
}
