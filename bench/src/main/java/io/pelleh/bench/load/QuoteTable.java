package io.pelleh.bench.load;

import io.pelleh.bench.report.Medians;
import io.pelleh.bench.report.Settings;
import io.pelleh.bench.report.TextTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Quotes with 100 promotions over HTTP beside the yardstick, in one application, turn by turn. */
public final class QuoteTable {

    private static final int CUSTOMERS = 64;
    private static final int CLIENTS = 16;
    private static final int SECONDS = 5;
    private static final int WARM_UP_SECONDS = 20;
    private static final double NANOS_PER_MICRO = 1e3;

    private final ShopProcess shop;
    private final Carts carts = new Carts();
    private final List<byte[]> quotes = new ArrayList<>();
    private final List<byte[]> yardsticks = new ArrayList<>();
    private final int clients;

    private QuoteTable(ShopProcess shop, Settings settings) {
        this.shop = shop;
        this.clients = settings.number("clients", CLIENTS);
    }

    /** One turn: answers a second, and microseconds of the application's CPU for each. */
    private record Turn(double perSecond, double cpuMicros) {}

    /**
     * Measures and prints medians.
     *
     * @param settings {@code rounds}, {@code clients}, {@code seconds} of one turn, {@code warmup} seconds
     */
    public static void print(Settings settings) throws IOException {
        try (ShopProcess shop = ShopProcess.start()) {
            QuoteTable table = new QuoteTable(shop, settings);
            table.prepare();
            int warmUp = settings.number("warmup", WARM_UP_SECONDS);
            int seconds = settings.number("seconds", SECONDS);
            table.turn(table.quotes, warmUp);
            table.turn(table.yardsticks, warmUp);
            List<Turn> quotes = new ArrayList<>();
            List<Turn> yardsticks = new ArrayList<>();
            for (int round = 0; round < settings.rounds(); round++) {
                quotes.add(table.turn(table.quotes, seconds));
                yardsticks.add(table.turn(table.yardsticks, seconds));
            }
            System.out.println(report(quotes, yardsticks));
        }
    }

    /** Gives every customer a purchase, so that there is a state, and the yardstick that state and a real answer. */
    private void prepare() throws IOException {
        try (Client client = new Client(shop.port())) {
            for (int i = 0; i < CUSTOMERS; i++) {
                String customer = "customer-" + i;
                client.send(put("/v1/checkouts/first-" + i, carts.body(i, customer, "closed")));
                byte[] quote = put("/v1/checkouts/quote-" + i, carts.body(i, customer, "open"));
                String answer = new String(client.send(quote), StandardCharsets.UTF_8);
                client.send(put("/bench/answer/" + customer, answer));
                quotes.add(quote);
                yardsticks.add(put("/bench/yardstick/" + customer, carts.body(i, customer, "open")));
            }
        }
    }

    private byte[] put(String path, String body) {
        return Client.put(path, shop.key(), body);
    }

    private Turn turn(List<byte[]> requests, int seconds) throws IOException {
        AtomicLong next = new AtomicLong();
        Supplier<byte[]> any = () -> requests.get((int) (next.getAndIncrement() % requests.size()));
        Duration before = shop.cpu();
        Crowd.Outcome outcome = new Crowd(shop.port(), clients, Duration.ofSeconds(seconds)).send(any);
        double cpu = shop.cpu().minus(before).toNanos() / NANOS_PER_MICRO;
        return new Turn(outcome.perSecond(), cpu / outcome.answers());
    }

    private static TextTable report(List<Turn> quotes, List<Turn> yardsticks) {
        List<Double> rates = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (int i = 0; i < quotes.size(); i++) {
            rates.add(quotes.get(i).perSecond() / yardsticks.get(i).perSecond());
            costs.add(quotes.get(i).cpuMicros() / yardsticks.get(i).cpuMicros());
        }
        return new TextTable("", "quote, 100 promotions", "yardstick", "ratio", "wanted")
                .row("requests/s", median(quotes, true), median(yardsticks, true), format(Medians.of(rates)), "≥ 0.7")
                .row("CPU µs each", median(quotes, false), median(yardsticks, false), format(Medians.of(costs)), "");
    }

    private static String median(List<Turn> turns, boolean rate) {
        double median = Medians.of(
                turns.stream().map(t -> rate ? t.perSecond() : t.cpuMicros()).toList());
        return String.format(Locale.ROOT, "%.0f", median);
    }

    private static String format(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
