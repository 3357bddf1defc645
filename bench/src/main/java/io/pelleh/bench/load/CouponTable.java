package io.pelleh.bench.load;

import io.pelleh.bench.report.Medians;
import io.pelleh.bench.report.Settings;
import io.pelleh.bench.report.TextTable;
import io.pelleh.bench.shop.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/** 64 clients close checkouts of different customers, all with the same code: without a limit, and with one counter for all. */
public final class CouponTable {

    private static final int CLIENTS = 64;
    private static final int SECONDS = 5;
    private static final int WARM_UP_SECONDS = 10;
    private static final long USES = 1_000_000_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<ShopProcess> nodes;
    private final AtomicLong next = new AtomicLong();
    private final Carts carts = new Carts();
    private final Turns alone = new Turns();
    private final Turns together = new Turns();
    private final AtomicLong redeemed = new AtomicLong();

    private CouponTable(List<ShopProcess> nodes) {
        this.nodes = nodes;
    }

    /** One turn; CPU is that of the nodes, their database's not counted. */
    private record Turn(double perSecond, double meanMillis, double cpuMillis) {}

    /** The turns of each code, on so many nodes. */
    private static final class Turns {

        private final Map<Code, List<Turn>> byCode = new EnumMap<>(Code.class);

        List<Turn> of(Code code) {
            return byCode.computeIfAbsent(code, known -> new ArrayList<>());
        }

        /** The first round was for warming up. */
        void forget() {
            byCode.clear();
        }
    }

    /** What all checkouts of a turn are closed with; each gives free shipping. */
    private enum Code {
        OPEN("unlimited"),
        HOT("one coupon, its uses limited"),
        BUDGET("a budget of money");

        private final String title;

        Code(String title) {
            this.title = title;
        }
    }

    /**
     * Measures and prints medians.
     *
     * @param settings {@code rounds}, {@code seconds} of one turn, {@code warmup} seconds of each
     */
    public static void print(Settings settings) throws IOException {
        try (ShopProcess first = ShopProcess.start("--" + Shop.CODES + "=true");
                ShopProcess second = first.another()) {
            CouponTable table = new CouponTable(List.of(first, second));
            table.makeCode();
            table.round(Duration.ofSeconds(settings.number("warmup", WARM_UP_SECONDS)));
            table.alone.forget();
            table.together.forget();
            for (int round = 0; round < settings.rounds(); round++) {
                table.round(Duration.ofSeconds(settings.number("seconds", SECONDS)));
            }
            table.checkUses();
            System.out.println(table.report());
            System.out.println(table.targets());
        }
    }

    private void makeCode() throws IOException {
        String batch = "{\"name\":\"hot\",\"code\":\"HOT\",\"maxUses\":" + USES + "}";
        String made = ask(nodes.getFirst(), "POST /v1/coupon-batches", batch);
        for (ShopProcess node : nodes) {
            tryAll(node, made);
        }
    }

    private void tryAll(ShopProcess node, String made) throws IOException {
        for (Code code : Code.values()) {
            String cart = carts.closed(0, "tries", code.name());
            String answer = ask(node, "PUT /v1/checkouts/try-" + code + "-" + node.port(), cart);
            if (!answer.contains("\"shipping_discount\"")) {
                throw new IllegalStateException(code + " of " + made + " brought nothing: " + answer);
            }
        }
    }

    /** Every close used the code once: what is measured is what is sold. */
    private void checkUses() throws IOException {
        String coupon = ask(nodes.getLast(), "GET /v1/coupons/HOT", "");
        if (!coupon.contains("\"uses\":" + (redeemed.get() + nodes.size()) + ",")) {
            throw new IllegalStateException(redeemed + " closes, and one try on each node: " + coupon);
        }
    }

    private static String ask(ShopProcess node, String what, String body) throws IOException {
        try (Client client = new Client(node.port())) {
            return new String(client.send(Client.request(what, node.key(), body)), StandardCharsets.UTF_8);
        }
    }

    private void round(Duration time) throws IOException {
        for (Code code : Code.values()) {
            alone.of(code).add(turn(nodes.subList(0, 1), code, time));
            together.of(code).add(turn(nodes, code, time));
        }
    }

    private Turn turn(List<ShopProcess> used, Code code, Duration time) throws IOException {
        Duration before = cpu(used);
        List<Integer> ports = used.stream().map(ShopProcess::port).toList();
        String key = nodes.getFirst().key();
        Crowd.Outcome outcome = new Crowd(ports, CLIENTS, time).send(() -> {
            long number = next.getAndIncrement();
            String body = carts.closed(number, "customer-" + number, code.name());
            return Client.put("/v1/checkouts/c-" + number, key, body);
        });
        double cpu = cpu(used).minus(before).toNanos() / NANOS_PER_MILLI;
        redeemed.addAndGet(code == Code.HOT ? outcome.answers() : 0);
        return new Turn(outcome.perSecond(), outcome.meanMillis(), cpu / outcome.answers());
    }

    private static Duration cpu(List<ShopProcess> used) {
        return used.stream().map(ShopProcess::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private TextTable report() {
        TextTable table = new TextTable("64 clients", "nodes", "commits/s", "mean ms", "CPU ms");
        for (Code code : Code.values()) {
            row(table, code, 1, alone.of(code));
            row(table, code, 2, together.of(code));
        }
        return table;
    }

    private static void row(TextTable table, Code code, int nodes, List<Turn> turns) {
        table.row(
                code.title,
                Integer.toString(nodes),
                format("%.0f", median(turns, Turn::perSecond)),
                format("%.2f", median(turns, Turn::meanMillis)),
                format("%.2f", median(turns, Turn::cpuMillis)));
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> what) {
        return Medians.of(turns.stream().map(what::applyAsDouble).toList());
    }

    private TextTable targets() {
        return new TextTable("unlimited / limited, commits/s", "one node", "two nodes", "wanted")
                .row(Code.HOT.title, ratio(alone, Code.HOT), ratio(together, Code.HOT), "≤ 2")
                .row(Code.BUDGET.title, ratio(alone, Code.BUDGET), ratio(together, Code.BUDGET), "");
    }

    private static String ratio(Turns turns, Code code) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < turns.of(code).size(); round++) {
            ratios.add(turns.of(Code.OPEN).get(round).perSecond()
                    / turns.of(code).get(round).perSecond());
        }
        return format("%.2f", Medians.of(ratios));
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
