package io.pelleh.bench.state;

import io.pelleh.bench.promotion.Baskets;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Engagement;
import io.pelleh.engine.customer.History;
import io.pelleh.engine.customer.Purchases;
import io.pelleh.engine.customer.Rung;
import io.pelleh.engine.customer.Scores;
import io.pelleh.engine.customer.Standing;
import io.pelleh.engine.customer.Watched;
import io.pelleh.engine.points.PointsPolicy;
import io.pelleh.engine.points.Wallet;
import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Customers after some orders, grown order by order as the engine would. */
final class Shoppers {

    private static final Program SHOP = new Program(
            new ProgramId("shop"),
            "Shop",
            Currency.of("IRR", 0),
            true,
            Baskets.ZONE,
            Program.CountsAt.PLACED,
            false,
            Calendar.JALALI);
    private static final Instant FIRST = Instant.parse("2024-03-20T08:15:30.123456Z");
    private static final long SEED = 200;
    private static final int MAX_MONEY = 30_000_000;
    private static final int PRODUCTS = 12;

    private final Random random = new Random(SEED);
    private Instant now = FIRST;
    private History history = History.begun(FIRST).enrolled(FIRST);
    private Wallet wallet = Wallet.EMPTY;
    private int version;

    private Shoppers() {}

    /**
     * A member after some orders, all about so many days apart.
     *
     * @param promotions how many promotions with a limit per customer were used
     */
    static CustomerState after(int orders, int daysApart, int promotions) {
        Shoppers shopper = new Shoppers();
        for (int i = 0; i < orders; i++) {
            shopper.order(daysApart);
        }
        return shopper.state(promotions);
    }

    private void order(int daysApart) {
        now = now.plusSeconds(Duration.ofDays(daysApart).toSeconds() + random.nextInt(20_000) - 10_000L)
                .plusNanos(random.nextInt(1000) * 1000L);
        version++;
        long day = SHOP.dayOf(now).toEpochDay();
        long money = 100_000L + random.nextInt(MAX_MONEY);
        Purchases purchases = history.purchases().ordered(now, day, money, 1L + random.nextInt(9));
        Engagement engagement = history.engagement().counted(Engagement.Kind.DIRECT);
        history = history.with(purchases)
                .with(engagement)
                .contacted(now, true)
                .watching(new Watched("TEA-" + (100 + random.nextInt(PRODUCTS)), day, 1L + random.nextInt(5)));
        wallet = wallet.expire(now).wallet();
        wallet = wallet.earn(PointsPolicy.STARTER.lot(SHOP, version + "-0", money / 10_000 + 1, now))
                .wallet();
    }

    private CustomerState state(int promotions) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        for (int i = 0; i < promotions; i++) {
            uses.put("promotions/welcome/promotion-" + i, 1 + i);
        }
        List<String> segments = List.of("Loyal", "Tea lovers");
        Standing standing =
                new Standing(Rung.LOYAL, now, "gold", now, now.plusSeconds(1), new Scores(4, 5, 4, 3), segments, 12);
        return new CustomerState(
                new CustomerId("customer-104823"),
                3L * version,
                now,
                standing,
                history,
                wallet,
                uses,
                new CustomerState.Fate(now.plusSeconds(2), null));
    }
}
