package io.pelleh.api.acceptance;

import static org.awaitility.Awaitility.await;

import io.pelleh.api.acceptance.BudgetLife.Till;
import io.pelleh.api.fixtures.App.Reply;
import io.pelleh.engine.program.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import tools.jackson.databind.json.JsonMapper;

/** Says the same again until it is answered, as a shop does whose server went away. */
final class PatientTill implements Till {

    private static final Set<Integer> LATER = Set.of(409, 503);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final BiFunction<String, String, HttpRequest> requests;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private volatile boolean restarting;

    PatientTill(BiFunction<String, String, HttpRequest> requests) {
        this.requests = requests;
    }

    @Override
    public Reply put(String path, String body) {
        return patiently(requests.apply(path, body));
    }

    @Override
    public Reply post(String path, String body) {
        return patiently(requests.apply(path, body));
    }

    private Reply patiently(HttpRequest request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            boolean disturbed = restarting;
            long begun = System.nanoTime();
            Reply reply = once(request);
            if (!LATER.contains(reply.status())) {
                answered.incrementAndGet();
                took(disturbed || restarting ? 0 : System.nanoTime() - begun);
                return reply;
            }
            repeated.incrementAndGet();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new IllegalStateException("nobody answers " + request.uri());
    }

    private void took(long nanos) {
        slowest.accumulateAndGet(nanos, Math::max);
    }

    /** An answer; 503 where nobody is there. */
    private Reply once(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), JsonMapper.shared().readTree(response.body()), response.body());
        } catch (IOException e) {
            return new Reply(503, JsonMapper.shared().nullNode(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void awaitReady(Program program) {
        String quote = "{\"state\": \"open\", \"currency\": \"%s\", \"lines\": []}".formatted(program.currency());
        put("/v1/checkouts/ready", quote);
    }

    void awaitAnswers(int wanted) {
        await().atMost(PATIENCE).until(() -> answered.get() >= wanted);
    }

    /** While this runs, and until the server says that it is ready, waiting is no wonder. */
    void restarting(Runnable restart, URI readiness) {
        restarting = true;
        restart.run();
        HttpRequest request = HttpRequest.newBuilder(readiness).GET().build();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> once(request).status() == 200);
        restarting = false;
    }

    int repeated() {
        return repeated.get();
    }

    long slowestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(slowest.get());
    }
}
