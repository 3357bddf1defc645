package io.pelleh.api.checkout;

import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.api.json.Json;
import io.pelleh.api.ruleset.NothingReleased;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Journal;
import io.pelleh.engine.program.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the rules in force and decides made-up baskets before the port is opened, closes down to the database and back, so
 * that nobody's first request waits for classes, rules and connections. Nothing of it stays.
 */
@Component
final class WarmUp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int ROUNDS = 500;
    private static final int LINES = 5;
    private static final int BATCH = 8;
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final ProgramRegister programs;
    private final Checkouts checkouts;
    private final Journal journal;
    private final Duration most;
    private volatile boolean running;

    WarmUp(
            ProgramRegister programs,
            Checkouts checkouts,
            Journal journal,
            @Value("${pelleh.warm-up:5s}") Duration most) {
        this.programs = programs;
        this.checkouts = checkouts;
        this.journal = journal;
        this.most = most;
    }

    @Override
    public void start() {
        running = true;
        List<Program> all = programs.all();
        if (!all.isEmpty() && most.isPositive()) {
            // The rules are loaded by the first, however long that takes: whoever came first would wait for them.
            for (Program program : all) {
                decide(program, 0);
            }
            long begun = System.nanoTime();
            int decided = decide(all, begun + most.toNanos());
            LOG.info("{} baskets decided to warm up, in {} ms", decided, (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private int decide(List<Program> all, long end) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                threads.execute(() -> decide(all, next, end));
            }
        }
        return Math.min(ROUNDS, next.get());
    }

    private void decide(List<Program> all, AtomicInteger next, long end) {
        List<Commit> closes = new ArrayList<>();
        int number = next.getAndIncrement();
        while (number < ROUNDS && System.nanoTime() < end) {
            decide(all.get(number % all.size()), number).ifPresent(closes::add);
            if (closes.size() == BATCH) {
                journal.rehearse(closes);
                closes.clear();
            }
            number = next.getAndIncrement();
        }
    }

    /** What a close would write. What cannot be decided now is told when it is asked for. */
    private Optional<Commit> decide(Program program, int number) {
        CheckoutId id = new CheckoutId("warm-up-" + number);
        try {
            return checkouts.rehearse(program, id, Json.read(body(program, number)));
        } catch (NothingReleased e) {
            LOG.debug("{} has no rules yet", program.id());
        } catch (RuntimeException e) {
            LOG.warn("A basket of {} could not be decided to warm up: {}", program.id(), e.getMessage());
        }
        return Optional.empty();
    }

    private static byte[] body(Program program, int number) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("customerId", "warm-up-" + number);
            json.writeStringProperty("state", number % 2 == 0 ? "open" : "closed");
            json.writeStringProperty("currency", program.currency().code());
            json.writeNumberProperty("shipping", number);
            json.writeArrayPropertyStart("lines");
            for (int line = 0; line < LINES; line++) {
                json.writeStartObject();
                json.writeStringProperty("sku", "warm-up-" + line);
                json.writeStringProperty("category", "warm-up");
                json.writeNumberProperty("quantity", line + 1);
                json.writeNumberProperty("unitPrice", 1_000L << number % 20);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
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
