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
    private static final AtomicLong NEXT = new AtomicLong();

    private final Carts carts = new Carts();
    private final List<Crowd.Outcome> one = new ArrayList<>();
    private final List<Crowd.Outcome> alone = new ArrayList<>();
    private final List<Crowd.Outcome> many = new ArrayList<>();

    private CommitTable() {}

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

    private Crowd.Outcome commit(ShopProcess shop, int clients, Duration time) throws IOException {
        return new Crowd(shop.port(), clients, time).send(() -> {
            long number = NEXT.getAndIncrement();
            String body = carts.body(number, "customer-" + number, "closed");
            return Client.put("/v1/checkouts/c-" + number, shop.key(), body);
        });
    }

    private TextTable report() {
        TextTable table = new TextTable("commits", "clients", "commits/s", "mean ms");
        row(table, "batching", 1, one);
        row(table, "batching off", 1, alone);
        row(table, "batching", MANY, many);
        return table;
    }

    private static void row(TextTable table, String what, int clients, List<Crowd.Outcome> outcomes) {
        table.row(
                what,
                Integer.toString(clients),
                format("%.0f", median(outcomes, Crowd.Outcome::perSecond)),
                format("%.2f", median(outcomes, Crowd.Outcome::meanMillis)));
    }

    private static double median(List<Crowd.Outcome> outcomes, ToDoubleFunction<Crowd.Outcome> what) {
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
