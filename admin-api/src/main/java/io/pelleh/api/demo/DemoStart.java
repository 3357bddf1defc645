package io.pelleh.api.demo;

import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import io.pelleh.engine.program.Programs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Opens the demo shop at the first start, and says at every start how to look around in it. */
@Component
@Conditional(Wanted.class)
final class DemoStart implements ApplicationRunner {

    private final Opening opening;
    private final Programs programs;
    private final KeyRing keys;
    private final Environment environment;
    private final Path folder;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    DemoStart(Opening opening, Programs programs, KeyRing keys, Environment environment) {
        this.opening = opening;
        this.programs = programs;
        this.keys = keys;
        this.environment = environment;
        this.folder = Path.of(environment.getProperty("pelleh.data-folder", "data"))
                .toAbsolutePath()
                .normalize();
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        Optional<String> first = opening.open(out::println);
        if (first.isPresent()) {
            new KeyFile(folder).write(first.get());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() throws IOException {
        LocalDate today = Shop.PROGRAM.dayOf(programs.now(Shop.PROGRAM));
        String url = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        out.print(new Banner(url, key(new KeyFile(folder)), folder, today).text());
    }

    /** The key of the starts before, while it is in force; else a new one. */
    private String key(KeyFile file) throws IOException {
        Optional<String> kept = file.read().filter(key -> keys.find(key).isPresent());
        if (kept.isPresent()) {
            return kept.get();
        }
        String key = keys.issue(Shop.PROGRAM.id(), "demo", EnumSet.allOf(Scope.class), Role.ADMIN)
                .token();
        file.write(key);
        return key;
    }
}
