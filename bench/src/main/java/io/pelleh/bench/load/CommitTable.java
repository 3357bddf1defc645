package io.pelleh.bench.load;

import io.pelleh.bench.report.Medians;
import io.pelleh.bench.report.Settings;
import io.pelleh.bench.report.TextTable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/** Closing checkouts of different customers: one client, many clients, and one client with batching off. */
public final class CommitTable {

    private static final int MANY = 64;
    private static final int SECONDS = 5;
    private static final int WARM_UP_SECONDS = 10;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final AtomicLong NEXT = new AtomicLong();

    private final Carts carts = new Carts();
    private final List<Turn> one = new ArrayList<>();
    private final List<Turn> alone = new ArrayList<>();
    private final List<Turn> many = new ArrayList<>();

    private CommitTable() {}

    /** One turn; CPU is the application's, its database's not counted. */
    private record Turn(double perSecond, double meanMillis, double cpuMillis) {}

    /**
     * Measures and prints medians.
     *
     * @param settings {@code rounds}, {@code seconds} of one turn, {@code warmup} seconds of each
     */
    public static void print(Settings settings) throws IOException {
        CommitTable table = new CommitTable();
        try (ShopProcess batching = ShopProcess.start();
                ShopProcess single = ShopProcess.start("--pelleh.journal.max-batch=1")) {
            table.round(batching, single, Duration.ofSeconds(settings.number("warmup", WARM_UP_SECONDS)));
            table.forget();
            for (int round = 0; round < settings.rounds(); round++) {
                table.round(batching, single, Duration.ofSeconds(settings.number("seconds", SECONDS)));
            }
        }
        System.out.println(table.report());
        System.out.println(table.targets());
    }

    private void round(ShopProcess batching, ShopProcess single, Duration time) throws IOException {
        one.add(commit(batching, 1, time));
        alone.add(commit(single, 1, time));
        many.add(commit(batching, MANY, time));
    }

    /** The first round was for warming up. */
    private void forget() {
        one.clear();
        alone.clear();
        many.clear();
    }

    private Turn commit(ShopProcess shop, int clients, Duration time) throws IOException {
        Duration before = shop.cpu();
        Crowd.Outcome outcome = new Crowd(shop.port(), clients, time).send(() -> next(shop));
        double cpu = shop.cpu().minus(before).toNanos() / NANOS_PER_MILLI;
        return new Turn(outcome.perSecond(), outcome.meanMillis(), cpu / outcome.answers());
    }

    private byte[] next(ShopProcess shop) {
        long number = NEXT.getAndIncrement();
        String body = carts.body(number, "customer-" + number, "closed");
        return Client.put("/v1/checkouts/c-" + number, shop.key(), body);
    }

    private TextTable report() {
        TextTable table = new TextTable("commits", "clients", "commits/s", "mean ms", "CPU ms");
        row(table, "batching", 1, one);
        row(table, "batching off", 1, alone);
        row(table, "batching", MANY, many);
        return table;
    }

    private static void row(TextTable table, String what, int clients, List<Turn> outcomes) {
        table.row(
                what,
                Integer.toString(clients),
                format("%.0f", median(outcomes, Turn::perSecond)),
                format("%.2f", median(outcomes, Turn::meanMillis)),
                format("%.2f", median(outcomes, Turn::cpuMillis)));
    }

    private static double median(List<Turn> outcomes, ToDoubleFunction<Turn> what) {
        return Medians.of(outcomes.stream().map(what::applyAsDouble).toList());
    }

    private TextTable targets() {
        List<Double> gain = new ArrayList<>();
        List<Double> price = new ArrayList<>();
        for (int round = 0; round < one.size(); round++) {
            gain.add(many.get(round).perSecond() / one.get(round).perSecond());
            price.add(one.get(round).meanMillis() / alone.get(round).meanMillis());
        }
        return new TextTable("target", "measured", "wanted")
                .row("64 clients / 1 client, commits/s", format("%.1f", Medians.of(gain)), "≥ 10")
                .row("1 client, mean commit: batching on / off", format("%.2f", Medians.of(price)), "≤ 1.3");
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
