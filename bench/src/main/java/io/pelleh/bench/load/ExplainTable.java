package io.pelleh.bench.load;

import io.pelleh.bench.report.Medians;
import io.pelleh.bench.report.Settings;
import io.pelleh.bench.report.TextTable;
import io.pelleh.bench.shop.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Quotes of a basket with 20 lines among 200 promotions, with {@code explain=near} and without, turn by turn. */
public final class ExplainTable {

    private static final int PROMOTIONS = 200;
    private static final int LINES = 20;
    private static final int CUSTOMERS = 64;
    private static final int CLIENTS = 16;
    private static final int SECONDS = 5;
    private static final int WARM_UP_SECONDS = 20;
    private static final int MILLIS = 1_000;
    private static final double NANOS_PER_MICRO = 1e3;

    private final ShopProcess shop;
    private final Carts carts = new Carts(PROMOTIONS, LINES);

    private ExplainTable(ShopProcess shop) {
        this.shop = shop;
    }

    /** CPU microseconds of one quote, turn by turn. */
    private record Turns(List<Double> plain, List<Double> explained) {

        Turns() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void row(TextTable table, String what) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < plain.size(); i++) {
                ratios.add(explained.get(i) / plain.get(i));
            }
            table.row(what, text("%.1f", plain), text("%.1f", explained), text("%.2f", ratios), "≤ 1.5");
        }

        private static String text(String pattern, List<Double> values) {
            return String.format(Locale.ROOT, pattern, Medians.of(values));
        }
    }

    /**
     * Measures and prints medians.
     *
     * @param settings {@code rounds}, {@code seconds} of one turn, {@code warmup} seconds of each
     */
    public static void print(Settings settings) throws IOException {
        TextTable report = new TextTable("CPU µs of a quote", "explain=none", "explain=near", "ratio", "wanted");
        inProcess(settings).row(report, "deciding alone");
        try (ShopProcess shop = ShopProcess.start("--" + Shop.SIZE + "=" + PROMOTIONS)) {
            new ExplainTable(shop).overHttp(settings).row(report, "over HTTP, all of the application");
        }
        System.out.println(report);
    }

    private static Turns inProcess(Settings settings) {
        Decisions decisions = new Decisions(PROMOTIONS, LINES);
        int warmUp = settings.number("warmup", WARM_UP_SECONDS) * MILLIS;
        decisions.micros(false, warmUp);
        decisions.micros(true, warmUp);
        if (decisions.near() == 0) {
            throw new IllegalStateException("no basket came near to anything: there is nothing to measure");
        }
        Turns turns = new Turns();
        for (int round = 0; round < settings.rounds(); round++) {
            turns.plain().add(decisions.micros(false, MILLIS));
            turns.explained().add(decisions.micros(true, MILLIS));
        }
        return turns;
    }

    private Turns overHttp(Settings settings) throws IOException {
        List<byte[]> plain = new ArrayList<>();
        List<byte[]> explained = new ArrayList<>();
        try (Client client = new Client(shop.port())) {
            for (int i = 0; i < CUSTOMERS; i++) {
                String customer = "customer-" + i;
                client.send(Client.put("/v1/checkouts/first-" + i, shop.key(), carts.body(i, customer, "closed")));
                String quote = carts.body(i, customer, "open");
                plain.add(Client.put("/v1/checkouts/quote-" + i, shop.key(), quote));
                explained.add(Client.put("/v1/checkouts/quote-" + i + "?explain=near", shop.key(), quote));
            }
            String told = new String(client.send(explained.getFirst()), StandardCharsets.UTF_8);
            if (!told.contains("\"near\":[{")) {
                throw new IllegalStateException("the first basket came near to nothing: " + told);
            }
        }
        int warmUp = settings.number("warmup", WARM_UP_SECONDS);
        micros(plain, warmUp);
        micros(explained, warmUp);
        Turns turns = new Turns();
        for (int round = 0; round < settings.rounds(); round++) {
            turns.plain().add(micros(plain, settings.number("seconds", SECONDS)));
            turns.explained().add(micros(explained, settings.number("seconds", SECONDS)));
        }
        return turns;
    }

    private double micros(List<byte[]> requests, int seconds) throws IOException {
        AtomicLong next = new AtomicLong();
        Duration before = shop.cpu();
        Crowd.Outcome outcome = new Crowd(shop.port(), CLIENTS, Duration.ofSeconds(seconds))
                .send(() -> requests.get((int) (next.getAndIncrement() % requests.size())));
        return shop.cpu().minus(before).toNanos() / NANOS_PER_MICRO / outcome.answers();
    }
}
