package io.pelleh.api.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.pelleh.api.checkout.OpenCheckoutRows;
import io.pelleh.api.checkout.OpenCheckouts;
import io.pelleh.api.eventtype.EventTypeStore;
import io.pelleh.api.eventtype.EventTypes;
import io.pelleh.api.health.Meters;
import io.pelleh.api.identity.Digests;
import io.pelleh.api.identity.Identities;
import io.pelleh.api.problem.ProblemValve;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.KeyStore;
import io.pelleh.engine.flow.Journal;
import java.time.InstantSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the controllers need, made of ports. */
@Configuration(proxyBeanMethods = false)
public class HttpWiring {

    @Bean
    Identities identities(Environment environment) {
        return new Identities(new Digests(DigestKey.of(environment)));
    }

    @Bean
    KeyRing keyRing(KeyStore store, InstantSource clock) {
        return new KeyRing(store, clock);
    }

    @Bean
    EventTypes eventTypes(EventTypeStore store, InstantSource clock) {
        return new EventTypes(store, clock);
    }

    @Bean
    OpenCheckouts openCheckouts(OpenCheckoutRows rows, Journal journal) {
        return new OpenCheckouts(rows, journal);
    }

    @Bean
    Meters meters(MeterRegistry registry) {
        return new Meters(registry);
    }

    /** The innermost valve is the first to report. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }
}
