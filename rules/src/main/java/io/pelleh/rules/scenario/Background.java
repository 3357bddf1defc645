package io.pelleh.rules.scenario;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Engagement;
import io.pelleh.engine.customer.History;
import io.pelleh.engine.customer.Purchases;
import io.pelleh.engine.customer.Rung;
import io.pelleh.engine.customer.Scores;
import io.pelleh.engine.customer.Standing;
import io.pelleh.engine.customer.Told;
import io.pelleh.engine.customer.Watched;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The customer that a scenario begins with, from what it says about the past; days count back from the scenario's now. */
final class Background {

    private static final int KNOWN_DAYS = 400;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    private final Program program;
    private final Instant now;
    private final Notes given;

    Background(Program program, Instant now, Notes given) {
        this.program = program;
        this.now = now;
        this.given = given;
    }

    CustomerState state() {
        Instant seen = ago(given.small("known", KNOWN_DAYS));
        CustomerState state = CustomerState.unseen(new CustomerId("somebody"), seen)
                .withHistory(new History(
                        seen,
                        ago(given.small("active", given.small("last", 0))),
                        given.yes("member") ? seen : null,
                        null,
                        purchases(),
                        engagement(),
                        bought(),
                        told()))
                .withStanding(standing(seen));
        given.yes("guest");
        given.done();
        return state;
    }

    /** So many orders, the last so many days ago, the others at even distances before it. */
    private Purchases purchases() {
        Purchases purchases = Purchases.NONE;
        int orders = given.small("orders", 0);
        int last = given.small("last", 0);
        int every = given.small("every", 30);
        long each = given.number("each", 1_000_000);
        for (int i = orders - 1; i >= 0; i--) {
            int daysAgo = last + i * every;
            purchases = purchases.ordered(ago(daysAgo), day(daysAgo), each, 1);
        }
        return purchases;
    }

    private Engagement engagement() {
        return new Engagement(
                given.small("direct", 0),
                given.small("indirect", 0),
                given.small("quotes", 0),
                given.small("reviews", 0),
                given.small("social", 0),
                given.small("referrals made", 0),
                given.small("referrals converted", 0),
                given.small("nps", -1));
    }

    private List<Watched> bought() {
        List<Watched> watched = new ArrayList<>();
        Notes products = given.under("bought");
        for (String sku : given.texts("bought").keySet()) {
            watched.add(new Watched(sku, day(products.small(sku, 0)), 1));
        }
        return watched;
    }

    private Map<String, Told> told() {
        Map<String, Told> told = new HashMap<>();
        given.texts("attributes").forEach((name, text) -> told.put(name, value(text)));
        return told;
    }

    private static Told value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return new Told.Flag(text.equals("true"));
        }
        return WHOLE.matcher(text).matches() ? new Told.Whole(Long.parseLong(text)) : new Told.Text(text);
    }

    private Standing standing(Instant since) {
        return new Standing(
                given.has("rung") ? given.constant("rung", Rung.class) : Rung.SUSPECT,
                since,
                given.text("tier"),
                since,
                Instant.MAX,
                Scores.NONE,
                segments(given.value("segment")),
                1);
    }

    private static List<String> segments(@Nullable Object segment) {
        return segment == null ? List.of() : List.of(segment.toString());
    }

    private Instant ago(int days) {
        return now.minus(days, ChronoUnit.DAYS);
    }

    private long day(int daysAgo) {
        return program.dayOf(now).toEpochDay() - daysAgo;
    }
}
