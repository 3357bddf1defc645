package io.pelleh.bench.promotion;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Engagement;
import io.pelleh.engine.customer.History;
import io.pelleh.engine.customer.Purchases;
import io.pelleh.engine.customer.Rung;
import io.pelleh.engine.customer.Scores;
import io.pelleh.engine.customer.Standing;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Customer;
import io.pelleh.engine.facts.Moment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seeded baskets of five lines of different categories, each of another customer. */
public final class Baskets {

    /** The zone of the made-up shop. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tehran");

    private static final long SEED = 5;
    private static final int LINES = 5;
    private static final int DAYS = 400;
    private static final Instant NOW =
            LocalDate.of(2027, 1, 10).atTime(12, 0).atZone(ZONE).toInstant();
    private static final Instant SINCE = NOW.minus(Duration.ofDays(2L * DAYS));

    private Baskets() {}

    /** A customer with what they want to buy. */
    public record Shopping(CustomerState state, Goods goods) {}

    /** So many baskets of a shop with these categories, always the same. */
    public static List<Basket> of(int count, int categories) {
        long today = NOW.atZone(ZONE).toLocalDate().toEpochDay();
        Moment moment = new Moment(NOW, today, ZONE, "checkout", false);
        return shopping(count, categories, LINES).stream()
                .map(one -> new Basket(new Customer(one.state(), moment), one.goods()))
                .toList();
    }

    /** So many customers, each with a basket of so many lines of different categories, always the same. */
    public static List<Shopping> shopping(int count, int categories, int lines) {
        Random random = new Random(SEED);
        return Stream.generate(() -> shopping(random, categories, lines))
                .limit(count)
                .toList();
    }

    /** The day on which they shop. */
    public static Instant now() {
        return NOW;
    }

    private static Shopping shopping(Random random, int categories, int count) {
        List<Line> lines = random.ints(0, categories)
                .distinct()
                .limit(count)
                .mapToObj(category -> line(random, category))
                .toList();
        return new Shopping(state(random), Goods.of(lines, 50_000));
    }

    private static Line line(Random random, int category) {
        long price = 10_000 * (1 + random.nextLong(50));
        return Line.of(
                "sku-" + category, Promotions.category(category), 1 + random.nextInt(3), BigDecimal.valueOf(price));
    }

    private static CustomerState state(Random random) {
        Purchases purchases = Purchases.NONE;
        for (int daysAgo :
                IntStream.of(random.nextInt(DAYS), random.nextInt(DAYS)).toArray()) {
            Instant at = NOW.minus(Duration.ofDays(daysAgo));
            purchases = purchases.ordered(at, at.atZone(ZONE).toLocalDate().toEpochDay(), 1_000_000, 3);
        }
        String tier = Promotions.TIERS.get(random.nextInt(Promotions.TIERS.size()));
        String segment = Promotions.SEGMENTS.get(random.nextInt(Promotions.SEGMENTS.size()));
        return CustomerState.unseen(new CustomerId("c-" + random.nextInt(1_000_000)), SINCE)
                .withHistory(new History(SINCE, NOW, SINCE, null, purchases, Engagement.NONE, List.of(), Map.of()))
                .withStanding(new Standing(
                        Rung.REPEAT, SINCE, tier, SINCE, Instant.MAX, new Scores(3, 3, 3, 3), List.of(segment), 1));
    }
}
