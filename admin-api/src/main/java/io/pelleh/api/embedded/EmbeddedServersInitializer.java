package io.pelleh.api.embedded;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives the application the servers its settings name, and embedded ones for those they do not name. */
final class EmbeddedServersInitializer implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String MYSQL_URL = "pelleh.mysql.url";
    private static final String DATASOURCE_URL = "spring.datasource.url";
    private static final String REDIS_URI = "pelleh.redis.uri";

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        var found = new HashMap<String, Object>(named(environment));
        var missing = missing(environment);
        if (!missing.isEmpty()) {
            var folder = folder(environment, "pelleh.data-folder", Path.of("data"));
            var programs = folder(environment, "pelleh.programs-folder", folder.resolve("programs"));
            var servers = EmbeddedServers.start(folder, programs, missing);
            closeLast(servers, context);
            missing.forEach(kind -> found.putAll(embedded(kind, servers, environment)));
        }
        found.put("pelleh.embedded", !missing.isEmpty());
        found.put("pelleh.embedded-mysql", missing.contains(EmbeddedServers.Kind.MYSQL));
        environment.getPropertySources().addFirst(new MapPropertySource("servers", found));
    }

    private static Map<String, Object> named(ConfigurableEnvironment environment) {
        var url = environment.getProperty(MYSQL_URL);
        if (url == null || url.isBlank()) {
            return Map.of();
        }
        return Map.of(
                DATASOURCE_URL,
                url,
                "spring.datasource.username",
                environment.getProperty("pelleh.mysql.user", "pelleh"),
                "spring.datasource.password",
                environment.getProperty("pelleh.mysql.password", ""));
    }

    private static Set<EmbeddedServers.Kind> missing(ConfigurableEnvironment environment) {
        var missing = EnumSet.noneOf(EmbeddedServers.Kind.class);
        if (isBlank(environment, MYSQL_URL) && isBlank(environment, DATASOURCE_URL)) {
            missing.add(EmbeddedServers.Kind.MYSQL);
        }
        if (isBlank(environment, REDIS_URI)) {
            missing.add(EmbeddedServers.Kind.REDIS);
        }
        return missing;
    }

    private static Path folder(ConfigurableEnvironment environment, String property, Path otherwise) {
        return isBlank(environment, property) ? otherwise : Path.of(environment.getRequiredProperty(property));
    }

    private static boolean isBlank(ConfigurableEnvironment environment, String property) {
        return environment.getProperty(property, "").isBlank();
    }

    private static Map<String, Object> embedded(
            EmbeddedServers.Kind kind, EmbeddedServers servers, ConfigurableEnvironment environment) {
        return switch (kind) {
            case MYSQL ->
                Map.of(
                        DATASOURCE_URL,
                        servers.jdbcUrl(),
                        "spring.datasource.username",
                        servers.user(),
                        "spring.datasource.password",
                        servers.password(),
                        // Connector/J calls MariaDB "MySQL 11"; Hibernate must not believe it.
                        "spring.jpa.database-platform",
                        environment.getProperty(
                                "spring.jpa.database-platform", "org.hibernate.dialect.MariaDBDialect"));
            case REDIS -> Map.of(REDIS_URI, servers.redisUri());
        };
    }

    /**
     * Beans are destroyed in the reverse order of their registration, and at this point there are none: so the servers
     * stop after every bean, also when a start fails half-way. The other two catch what comes before and around that: a
     * failure before the first bean, and a JVM that ends before the context is known to Spring's shutdown hook.
     */
    private static void closeLast(EmbeddedServers servers, GenericApplicationContext context) {
        DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
        beans.registerDisposableBean("embeddedServers", servers::close);
        // A lambda's event type cannot be read: it would be tried, and throw, for every event of every request.
        context.addApplicationListener(GenericApplicationListener.forEventType(ApplicationFailedEvent.class, _ -> {
            if (!context.isActive()) {
                servers.close();
            }
        }));
        SpringApplication.getShutdownHandlers().add(servers::close);
    }
}
