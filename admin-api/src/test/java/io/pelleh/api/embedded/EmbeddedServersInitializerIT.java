package io.pelleh.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.api.fixtures.Servers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

class EmbeddedServersInitializerIT {

    private static final Path PARENT = Path.of("target", "servers", "wired it");

    private Path folder = PARENT;

    @BeforeEach
    void freshFolder(TestInfo test) throws Exception {
        folder = PARENT.resolve(test.getTestMethod().orElseThrow().getName());
        DataFolder.delete(folder);
    }

    @Test
    void embedsBothServersWhenNoneIsNamed() throws Exception {
        try (var context = run(Quiet.class)) {
            var environment = context.getEnvironment();

            assertThat(environment.getProperty("pelleh.embedded")).isEqualTo("true");
            assertThat(environment.getProperty("pelleh.redis.uri")).startsWith("redis://:");
            assertThat(select(environment)).isEqualTo(1);
        }
    }

    @Test
    void stopsTheServersAfterTheLastBean() {
        UsesTheDatabaseWhileItEnds.found.clear();

        run(UsesTheDatabaseWhileItEnds.class).close();

        assertThat(UsesTheDatabaseWhileItEnds.found).containsExactly(1);
        assertThat(serversOfThisFolder()).isEmpty();
    }

    @Test
    void leavesNoServerWhenABeanFailsToStart() {
        assertThatThrownBy(() -> run(Fails.class).close()).hasStackTraceContaining("as planned");

        assertThat(serversOfThisFolder()).isEmpty();
    }

    @Test
    void leavesNoServerWhenTheStartFailsBeforeTheFirstBean() {
        ApplicationContextInitializer<ConfigurableApplicationContext> failing = context -> {
            throw new IllegalStateException("as planned");
        };

        assertThatThrownBy(() -> run(Quiet.class, failing).close()).hasStackTraceContaining("as planned");

        assertThat(serversOfThisFolder()).isEmpty();
    }

    @Test
    void embedsOnlyTheServerThatIsNotNamed() {
        var mysql = "--pelleh.mysql.url=jdbc:mysql://db.example/pelleh";

        try (var context = run(Quiet.class, mysql, "--pelleh.mysql.user=shop")) {
            var environment = context.getEnvironment();

            assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:mysql://db.example/pelleh");
            assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("shop");
            assertThat(environment.getProperty("pelleh.redis.uri")).startsWith("redis://:");
            assertThat(folder.resolve("mariadb")).doesNotExist();
        }
    }

    @Test
    void embedsNothingWhenBothAreNamed() {
        var mysql = "--spring.datasource.url=jdbc:mysql://db.example/pelleh";

        try (var context = run(Quiet.class, mysql, "--pelleh.redis.uri=redis://cache.example")) {

            assertThat(context.getEnvironment().getProperty("pelleh.embedded")).isEqualTo("false");
            assertThat(folder).doesNotExist();
        }
    }

    private ConfigurableApplicationContext run(Class<?> source, String... arguments) {
        return run(new SpringApplication(source), arguments);
    }

    private ConfigurableApplicationContext run(
            Class<?> source, ApplicationContextInitializer<ConfigurableApplicationContext> initializer) {
        var application = new SpringApplication(source);
        application.addInitializers(initializer);
        return run(application);
    }

    private ConfigurableApplicationContext run(SpringApplication application, String... arguments) {
        application.setWebApplicationType(WebApplicationType.NONE);
        var all = new ArrayList<>(List.of(arguments));
        all.add("--pelleh.data-folder=" + folder);
        all.add("--pelleh.programs-folder=" + Servers.PROGRAMS);
        return application.run(all.toArray(String[]::new));
    }

    private List<ProcessHandle> serversOfThisFolder() {
        var place = folder.toAbsolutePath().normalize().toString();
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(place))
                .toList();
    }

    private static int select(Environment environment) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static class Quiet {}

    static class Fails {

        Fails() {
            throw new IllegalStateException("as planned");
        }
    }

    static class UsesTheDatabaseWhileItEnds implements DisposableBean {

        static final List<Integer> found = new ArrayList<>();

        private final Environment environment;

        UsesTheDatabaseWhileItEnds(Environment environment) {
            this.environment = environment;
        }

        @Override
        public void destroy() throws SQLException {
            found.add(select(environment));
        }
    }
}
