package io.pelleh.engine.customer;

import io.pelleh.engine.customer.CustomerState.Fate;
import io.pelleh.engine.points.Lot;
import io.pelleh.engine.points.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A customer's state as compact bytes, equal states as equal bytes.
 *
 * <p>The first byte is the format. A later format adds fields at the end of the record and reads the older ones: what an
 * older format lacks has its starting value. Instants keep microseconds.
 */
public final class StateCodec {

    /** With what the shop told about the customer; whoever told nothing is written as before. */
    private static final int FORMAT = 2;

    private static final int WITHOUT_TOLD = 1;

    private StateCodec() {}

    public static byte[] encode(CustomerState state) {
        StateWriter out = new StateWriter();
        Map<String, Told> told = state.history().told();
        out.count(told.isEmpty() ? WITHOUT_TOLD : FORMAT);
        out.text(state.id().value());
        out.count(state.version());
        out.instant(state.decidedAt());
        standing(out, state.standing());
        history(out, state.history());
        wallet(out, state.wallet());
        uses(out, state.uses());
        out.instant(state.fate().due());
        CustomerId survivor = state.fate().mergedInto();
        out.optionalText(survivor == null ? null : survivor.value());
        return ToldCodec.bytes(out, told);
    }

    /**
     * Reads a state.
     *
     * @throws IllegalStateException when a newer Pelleh wrote these bytes
     */
    public static CustomerState decode(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        long format = in.count();
        if (format > FORMAT) {
            throw new IllegalStateException(
                    "state format " + format + " is newer than this build, which reads " + FORMAT);
        }
        CustomerState state = new CustomerState(
                new CustomerId(in.text()),
                in.count(),
                in.instant(),
                standing(in),
                history(in),
                wallet(in),
                uses(in),
                fate(in));
        return format == WITHOUT_TOLD ? state : ToldCodec.read(in, state);
    }

    private static void standing(StateWriter out, Standing standing) {
        out.count(standing.rung().step());
        out.instant(standing.rungSince());
        out.text(standing.tier());
        out.instant(standing.tierSince());
        out.instant(standing.tierUntil());
        Scores scores = standing.scores();
        out.count(scores.loyalty());
        out.count(scores.frequency());
        out.count(scores.recency());
        out.count(scores.monetary());
        out.count(standing.segments().size());
        standing.segments().forEach(out::text);
        out.count(standing.release());
    }

    private static Standing standing(StateReader in) {
        return new Standing(
                Rung.at(in.small()),
                in.instant(),
                in.text(),
                in.instant(),
                in.instant(),
                new Scores(in.small(), in.small(), in.small(), in.small()),
                texts(in),
                in.count());
    }

    private static List<String> texts(StateReader in) {
        int size = in.small();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(in.text());
        }
        return texts;
    }

    private static void history(StateWriter out, History history) {
        out.instant(history.seenAt());
        out.instant(history.activeAt());
        out.instant(history.enrolledAt());
        out.instant(history.leftAt());
        purchases(out, history.purchases());
        engagement(out, history.engagement());
        out.count(history.watched().size());
        long before = 0;
        for (Watched watched : history.watched()) {
            out.text(watched.sku());
            out.number(watched.day() - before);
            out.number(watched.units());
            before = watched.day();
        }
    }

    private static History history(StateReader in) {
        return new History(
                in.instant(),
                in.instant(),
                in.optionalInstant(),
                in.optionalInstant(),
                purchases(in),
                engagement(in),
                watched(in),
                Map.of());
    }

    private static List<Watched> watched(StateReader in) {
        int size = in.small();
        List<Watched> watched = new ArrayList<>(size);
        long day = 0;
        for (int i = 0; i < size; i++) {
            String sku = in.text();
            day += in.number();
            watched.add(new Watched(sku, day, in.number()));
        }
        return watched;
    }

    private static void purchases(StateWriter out, Purchases purchases) {
        out.number(purchases.orders());
        out.number(purchases.spent());
        out.number(purchases.units());
        out.instant(purchases.firstAt());
        out.instant(purchases.lastAt());
        out.count(purchases.days().size());
        long before = 0;
        for (DayBucket bucket : purchases.days()) {
            boolean one = bucket.orders() == 1;
            out.number(bucket.day() - before);
            out.number(bucket.spent());
            out.number(2 * bucket.units() + (one ? 0 : 1));
            if (!one) {
                out.number(bucket.orders());
            }
            before = bucket.day();
        }
    }

    private static Purchases purchases(StateReader in) {
        return new Purchases(
                in.number(), in.number(), in.number(), in.optionalInstant(), in.optionalInstant(), days(in));
    }

    private static List<DayBucket> days(StateReader in) {
        int size = in.small();
        List<DayBucket> days = new ArrayList<>(size);
        long day = 0;
        for (int i = 0; i < size; i++) {
            day += in.number();
            long spent = in.number();
            long units = in.number();
            int orders = (units & 1) == 0 ? 1 : (int) in.number();
            days.add(new DayBucket(day, orders, spent, units >> 1));
        }
        return days;
    }

    private static void engagement(StateWriter out, Engagement engagement) {
        out.count(engagement.direct());
        out.count(engagement.indirect());
        out.count(engagement.quotes());
        out.count(engagement.reviews());
        out.count(engagement.social());
        out.count(engagement.referralsMade());
        out.count(engagement.referralsConverted());
        out.number(engagement.nps());
    }

    private static Engagement engagement(StateReader in) {
        return new Engagement(
                in.small(), in.small(), in.small(), in.small(), in.small(), in.small(), in.small(), (int) in.number());
    }

    private static void wallet(StateWriter out, Wallet wallet) {
        out.count(wallet.debt());
        out.count(wallet.lots().size());
        for (Lot lot : wallet.lots()) {
            out.text(lot.id());
            out.count(lot.earned());
            out.count(lot.left());
            out.instant(lot.earnedAt());
            out.instant(lot.activeAt());
            out.instant(lot.expiresAt());
        }
    }

    private static Wallet wallet(StateReader in) {
        long debt = in.count();
        int size = in.small();
        List<Lot> lots = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            lots.add(new Lot(in.text(), in.count(), in.count(), in.instant(), in.instant(), in.instant()));
        }
        return new Wallet(lots, debt);
    }

    private static void uses(StateWriter out, Map<String, Integer> uses) {
        out.count(uses.size());
        new TreeMap<>(uses).forEach((promotion, times) -> {
            out.text(promotion);
            out.count(times);
        });
    }

    private static Map<String, Integer> uses(StateReader in) {
        int size = in.small();
        Map<String, Integer> uses = new HashMap<>();
        for (int i = 0; i < size; i++) {
            uses.put(in.text(), in.small());
        }
        return uses;
    }

    private static Fate fate(StateReader in) {
        Instant due = in.instant();
        @Nullable String survivor = in.optionalText();
        return new Fate(due, survivor == null ? null : new CustomerId(survivor));
    }
}
