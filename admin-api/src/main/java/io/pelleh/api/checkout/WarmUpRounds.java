package io.pelleh.api.checkout;

import io.pelleh.api.security.KeyRing.Issued;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.program.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dry quotes over HTTP from this very machine, in turn for all programs, and a close after every few of them. */
final class WarmUpRounds {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUpRounds.class);
    private static final int ROUNDS = 1_000;
    private static final int QUOTES_A_CLOSE = 4;
    private static final int BATCH = 8;
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final List<Program> programs;
    private final List<Issued> keys;
    private final URI port;
    private final Rehearsing rehearsing;
    private final AtomicInteger next = new AtomicInteger();

    /** @param keys of the programs, in their order */
    WarmUpRounds(List<Program> programs, List<Issued> keys, URI port, Rehearsing rehearsing) {
        this.programs = programs;
        this.keys = keys;
        this.port = port;
        this.rehearsing = rehearsing;
    }

    /** Goes on until there was enough of it, or it is time; returns how many baskets were decided. */
    int run(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                threads.execute(() -> run(http, end));
            }
        }
        return Math.min(ROUNDS, next.get());
    }

    private void run(HttpClient http, long end) {
        List<Commit> closes = new ArrayList<>();
        int number = next.getAndIncrement();
        while (number < ROUNDS && System.nanoTime() < end && quoted(http, number)) {
            if (number % QUOTES_A_CLOSE == 0) {
                rehearsing.close(program(number), number).ifPresent(closes::add);
            }
            if (closes.size() == BATCH) {
                rehearsing.write(closes);
                closes.clear();
            }
            number = next.getAndIncrement();
        }
    }

    private boolean quoted(HttpClient http, int number) {
        try {
            http.send(request(number), BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            LOG.warn("The node could not ask itself to warm up: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private HttpRequest request(int number) {
        return HttpRequest.newBuilder(port.resolve("/v1/checkouts/warm-up-" + number + "?dry=true"))
                .header(
                        "Authorization",
                        "Bearer " + keys.get(number % keys.size()).token())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Rehearsing.basket(program(number), number, "open")))
                .build();
    }

    private Program program(int number) {
        return programs.get(number % programs.size());
    }
}
