package io.pelleh.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Some clients, each with a connection and a thread of its own, that send one request after the other for a while. */
final class Crowd {

    private static final int MAX_CLIENTS = 256;
    private static final Duration MAX_TIME = Duration.ofMinutes(2);
    private static final double NANOS = 1e9;

    private final List<Integer> ports;
    private final int clients;
    private final Duration time;

    Crowd(int port, int clients, Duration time) {
        this(List.of(port), clients, time);
    }

    /** @param ports among which the clients are shared out evenly */
    Crowd(List<Integer> ports, int clients, Duration time) {
        if (clients > MAX_CLIENTS || time.compareTo(MAX_TIME) > 0) {
            throw new IllegalArgumentException("at most 256 clients for at most two minutes");
        }
        this.ports = List.copyOf(ports);
        this.clients = clients;
        this.time = time;
    }

    /**
     * What came of it.
     *
     * @param answers all of them good
     */
    record Outcome(long answers, double seconds, int clients) {

        double perSecond() {
            return answers / seconds;
        }

        /** How long one client waits for one answer, on average. */
        double meanMillis() {
            return 1000 * seconds * clients / answers;
        }
    }

    /**
     * Sends until the time is over.
     *
     * @param requests a new request at each call, from many threads
     * @throws IOException when any request is not answered well
     */
    Outcome send(Supplier<byte[]> requests) throws IOException {
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> sent = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int port = ports.get(i % ports.size());
                sent.add(threads.submit(() -> one(port, requests, end)));
            }
            long answers = 0;
            for (Future<Long> one : sent) {
                answers += one.get();
            }
            return new Outcome(answers, (System.nanoTime() - begun) / NANOS, clients);
        } catch (ExecutionException e) {
            throw new IOException("a client failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static long one(int port, Supplier<byte[]> requests, long end) throws IOException {
        long answers = 0;
        try (Client client = new Client(port)) {
            while (System.nanoTime() < end) {
                client.send(requests.get());
                answers++;
            }
        }
        return answers;
    }
}
