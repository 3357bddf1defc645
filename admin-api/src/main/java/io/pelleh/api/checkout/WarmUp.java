package io.pelleh.api.checkout;

import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.api.loopback.LoopbackPort;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.KeyRing.Issued;
import io.pelleh.api.security.Scope;
import io.pelleh.engine.program.Program;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the rules in force and has made-up baskets decided before the port is opened, so that nobody's first request waits
 * for classes, rules and connections. Nothing of it stays but in the meters.
 */
@Component
final class WarmUp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration DEFAULT = Duration.ofSeconds(5);

    private final ProgramRegister programs;
    private final Rehearsing rehearsing;
    private final KeyRing keys;
    private final ApplicationContext context;
    private final Duration most;
    private volatile boolean running;

    WarmUp(ProgramRegister programs, Rehearsing rehearsing, KeyRing keys, ApplicationContext context) {
        this.programs = programs;
        this.rehearsing = rehearsing;
        this.keys = keys;
        this.context = context;
        this.most = context.getEnvironment().getProperty("pelleh.warm-up", Duration.class, DEFAULT);
    }

    @Override
    public void start() {
        running = true;
        List<Program> all = programs.all();
        if (!all.isEmpty() && most.isPositive()) {
            // The rules are loaded by the first, however long that takes: whoever came first would wait for them.
            all.forEach(program -> rehearsing.close(program, 0));
            LoopbackPort.open(context).ifPresent(port -> decide(all, port));
        }
    }

    private void decide(List<Program> all, LoopbackPort port) {
        List<Issued> lent = all.stream()
                .map(program -> keys.lend(program.id(), "warm-up", Set.of(Scope.DECIDE)))
                .toList();
        long begun = System.nanoTime();
        try (port) {
            int decided = new WarmUpRounds(all, lent, port.uri(), rehearsing).run(most);
            LOG.info("{} baskets decided to warm up, in {} ms", decided, (System.nanoTime() - begun) / 1_000_000);
        } finally {
            lent.forEach(keys::drop);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
