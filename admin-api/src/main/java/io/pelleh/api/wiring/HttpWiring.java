package io.pelleh.api.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.checkout.OpenCheckoutRows;
import io.pelleh.api.checkout.OpenCheckouts;
import io.pelleh.api.coupon.GuessCounts;
import io.pelleh.api.coupon.GuessCounts.Bounds;
import io.pelleh.api.coupon.GuessCounts.Pace;
import io.pelleh.api.coupon.Guesses;
import io.pelleh.api.eventtype.EventTypeStore;
import io.pelleh.api.eventtype.EventTypes;
import io.pelleh.api.health.Meters;
import io.pelleh.api.identity.Digests;
import io.pelleh.api.identity.Identities;
import io.pelleh.api.problem.ProblemValve;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.KeyStore;
import io.pelleh.engine.flow.Journal;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the controllers need, made of ports. */
@Configuration(proxyBeanMethods = false)
public class HttpWiring {

    private static final String GUESSES = "pelleh.coupons.guesses.";

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

    /** Locks out who tries codes. */
    @Bean
    Guesses guesses(GuessCounts counts, AuditLog audit, MeterRegistry registry, Environment environment) {
        Binder settings = Binder.get(environment);
        Pace pace = new Pace(
                settings.bind(GUESSES + "window", Duration.class).orElse(Duration.ofMinutes(10)),
                settings.bind(GUESSES + "lock", Duration.class).orElse(Duration.ofMinutes(1)),
                settings.bind(GUESSES + "longest-lock", Duration.class).orElse(Duration.ofDays(1)));
        Guesses.Limits limits = new Guesses.Limits(
                bounds(settings, "per-customer", 20, pace),
                bounds(settings, "per-device", 20, pace),
                bounds(settings, "guests", 100, pace),
                bounds(settings, "per-key", 2_000, pace));
        return new Guesses(counts, limits, audit, registry);
    }

    private static Bounds bounds(Binder settings, String name, int usual, Pace pace) {
        return new Bounds(settings.bind(GUESSES + name, Integer.class).orElse(usual), pace);
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
