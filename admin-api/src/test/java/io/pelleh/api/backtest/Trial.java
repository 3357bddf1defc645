package io.pelleh.api.backtest;

import io.pelleh.api.backtest.Rerun.Result;
import io.pelleh.api.journal.Histories.Happened;
import io.pelleh.api.journal.Histories.Period;
import io.pelleh.api.journal.Histories.Place;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Rehearsal;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.rules.Likeness;
import io.pelleh.rules.RuleCompiler;
import io.pelleh.rules.StarterPack;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A past in memory, and backtests of it. */
final class Trial {

    static final Program PROGRAM = new Program(
            new ProgramId("trial"),
            "Trial",
            Currency.of("IRR", 0),
            true,
            ZoneId.of("Asia/Tehran"),
            Program.CountsAt.PLACED,
            false,
            Calendar.JALALI);
    static final Period YEAR = new Period(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));

    static final Map<String, byte[]> STARTER = StarterPack.files();

    /** Compiling it takes longer than everything else. */
    private static final class Compiled {
        static final RuleSet STARTER_RULES = RuleCompiler.compile(7, PROGRAM.zone(), STARTER);
    }

    private final TreeMap<String, List<Happened>> customers = new TreeMap<>();
    private final List<Happened> guests = new ArrayList<>();
    private Assumptions assumptions = Assumptions.NONE;
    private int threads = 2;

    /** Starter rules with one file replaced or added. */
    static Map<String, byte[]> rules(String path, String text) {
        Map<String, byte[]> files = new TreeMap<>(STARTER);
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** One file of rules alone. */
    static Map<String, byte[]> only(String path, String text) {
        return new TreeMap<>(Map.of(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Somebody, or a guest where the name is empty, bought for so much on a day of the year. */
    Trial bought(String customer, String order, int day, long amount) {
        Goods goods = Goods.of(List.of(Line.of("TEA-500", "tea", 1, BigDecimal.valueOf(amount))), 0);
        return happened(customer, order, day, new Happening.OrderPlaced(order, goods));
    }

    Trial happened(String customer, String id, int day, Happening happening) {
        Instant at = YEAR.from().plus(Duration.ofDays(day)).plusSeconds(customers.size());
        Subject subject = customer.isEmpty() ? Subject.GUEST : Subject.of(new CustomerId(customer));
        Event event = new Event(
                new EventId(PROGRAM.id(), "test", id),
                "order.placed",
                subject,
                at,
                Event.Origin.HISTORIC,
                "",
                happening);
        (customer.isEmpty() ? guests : customers.computeIfAbsent(customer, c -> new ArrayList<>()))
                .add(new Happened(event, at, Inputs.NONE, Place.BEGIN));
        return this;
    }

    /** Many customers, guests, orders, returns, referrals. */
    static Trial random(long seed) {
        Random random = new Random(seed);
        Trial trial = new Trial();
        for (int c = 0; c < 60; c++) {
            trial.life(c % 10 == 0 ? "" : "c-" + c, c + "-", random);
        }
        return trial;
    }

    private void life(String customer, String orders, Random random) {
        boolean known = !customer.isEmpty();
        for (int day = random.nextInt(100); day < 360; day += 2 + random.nextInt(70)) {
            String order = orders + day;
            bought(customer, order, day, 100_000L * (1 + random.nextInt(60)));
            if (known && random.nextInt(6) == 0) {
                Goods back = Goods.of(List.of(Line.of("TEA-500", "tea", 1, BigDecimal.valueOf(100_000))), 0);
                happened(customer, "r" + order, day + 1, new Happening.OrderReturned("r" + order, order, back));
            }
            if (known && random.nextInt(9) == 0) {
                happened(customer, "f" + order, day + 1, new Happening.ReferralConverted(null));
            }
        }
    }

    Trial supposing(Assumptions next) {
        assumptions = next;
        return this;
    }

    Trial onThreads(int count) {
        threads = count;
        return this;
    }

    Result run(Map<String, byte[]> before, Map<String, byte[]> after) {
        return run(before, after, true);
    }

    /** @param sharing whether what cannot differ is decided once */
    Result run(Map<String, byte[]> before, Map<String, byte[]> after, boolean sharing) {
        Likeness likeness = Likeness.of(PROGRAM.zone(), before, after);
        RuleSet first = before == STARTER ? Compiled.STARTER_RULES : RuleCompiler.compile(7, PROGRAM.zone(), before);
        RuleSet second = RuleCompiler.variant(first, likeness.stages(), PROGRAM.zone(), after);
        Rerun.Task task =
                new Rerun.Task(PROGRAM, first, second, sharing ? likeness : Likeness.NONE, YEAR, assumptions, Map.of());
        try {
            return new Rerun(task, Memory::new, threads).run((done, pass) -> {});
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What promotions cost where everything is decided in the order of time and counted at once. */
    Map<String, Cost> oneAfterTheOther(Map<String, byte[]> files) {
        RuleSet rules = RuleCompiler.compile(7, PROGRAM.zone(), files);
        Books books = new Books();
        Map<Counter, Long> used = new HashMap<>();
        Map<CustomerId, Rehearsal> lives = new HashMap<>();
        Stream.concat(customers.values().stream().flatMap(List::stream), guests.stream())
                .sorted(Comparator.comparing(Happened::decidedAt))
                .forEach(happened -> {
                    CustomerId customer = happened.event().subject().customer();
                    CustomerId id = customer == null ? new CustomerId("guest") : customer;
                    Rehearsal life = customer == null ? life(rules, used, id, true) : lives.get(customer);
                    Rehearsal present = life == null ? life(rules, used, id, false) : life;
                    lives.put(id, present);
                    Decision decision = present.happen(happened.event(), Inputs.NONE, happened.decidedAt(), Giving.ALL)
                            .decision();
                    books.turn();
                    books.note(decision, true);
                });
        return books.costs();
    }

    private static Rehearsal life(RuleSet rules, Map<Counter, Long> used, CustomerId id, boolean guest) {
        Rehearsal.Setting setting =
                new Rehearsal.Setting(PROGRAM, rules, guest, decision -> take(decision, used), Giving.NOTHING);
        return new Rehearsal(setting, CustomerState.unseen(id, YEAR.from()));
    }

    private static Set<String> take(Decision decision, Map<Counter, Long> used) {
        List<Draw> draws = decision.granted().stream()
                .flatMap(granted -> granted.draws().stream())
                .toList();
        Set<String> refused = draws.stream()
                .filter(draw -> draw.exceeds(used.getOrDefault(draw.counter(), 0L)))
                .map(Draw::promotion)
                .collect(Collectors.toSet());
        if (refused.isEmpty()) {
            draws.forEach(draw -> used.merge(draw.counter(), draw.amount(), Long::sum));
        }
        return refused;
    }

    /** One customer a slice, then all guests. */
    private final class Memory implements Past {

        private final Iterator<Map.Entry<String, List<Happened>>> left =
                customers.entrySet().iterator();
        private boolean guestsTold;

        @Override
        public long customers() {
            return customers.size();
        }

        @Override
        public synchronized Slice next() {
            if (left.hasNext()) {
                Map.Entry<String, List<Happened>> one = left.next();
                return listener -> {
                    listener.customer(new CustomerId(one.getKey()), null);
                    one.getValue().forEach(listener::happened);
                    listener.over();
                };
            }
            if (guestsTold) {
                return null;
            }
            guestsTold = true;
            return listener -> guests.forEach(listener::happened);
        }
    }
}
