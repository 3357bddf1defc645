package io.pelleh.api.demo;

import io.pelleh.api.demo.Chance.Range;
import io.pelleh.api.demo.Habit.Warmth;
import io.pelleh.engine.checkout.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lives one customer's life by a habit: eighteen months at most, up to today. */
final class Life {

    private static final int DAYS = 560;
    private static final int MORNING = 9 * 60;
    private static final int NIGHT = 22 * 60;
    private static final Range DAYS_BETWEEN = new Range(12, 30);

    private final Chance chance;
    private final Days days;
    private final Habit habit;
    private final Diary diary;
    private final List<Product> taste;

    Life(Chance chance, Days days, Habit habit, String customer) {
        this.chance = chance;
        this.days = days;
        this.habit = habit;
        this.diary = new Diary(days, customer);
        this.taste = List.of(chance.pick(Product.ALL), chance.pick(Product.ALL), chance.pick(Product.ALL));
    }

    Story told() {
        int last = chance.in(habit.lastDaysAgo());
        int orders = chance.in(habit.orders());
        int first = Math.min(DAYS, last + Math.max(0, orders - 1) * chance.in(DAYS_BETWEEN));
        met(first);
        if (orders == 0) {
            interested(last);
        }
        for (int i = 0; i < orders; i++) {
            bought(orders == 1 ? last : first - (first - last) * i / (orders - 1));
        }
        if (orders > 0) {
            around(first, last);
        }
        return diary.story();
    }

    private void met(int daysAgo) {
        int known = Math.min(DAYS, daysAgo + chance.in(0, 6));
        diary.identified(at(known), People.any(chance));
        diary.interacted(at(known), habit != Habit.PASSER_BY, chance.pick(taste).sku());
        boolean joins = habit.atLeast(Warmth.WARM) || (habit.atLeast(Warmth.COOL) && chance.percent(50));
        if (joins) {
            diary.enrolled(at(known));
        }
        if (chance.percent(60)) {
            diary.consented(at(known), true);
        }
    }

    private void interested(int daysAgo) {
        if (habit == Habit.PASSER_BY) {
            diary.interacted(at(daysAgo), false, null);
            return;
        }
        diary.interacted(at(daysAgo), true, chance.pick(taste).sku());
        diary.asked(at(daysAgo), chance.pick(taste));
    }

    private void bought(int daysAgo) {
        List<Line> lines = basket();
        Instant at = at(daysAgo);
        String order = diary.ordered(at, lines);
        if (chance.percent(3)) {
            diary.cancelled(at.plus(Duration.ofHours(2)), order);
        } else if (chance.percent(5)) {
            diary.returned(at.plus(Duration.ofDays(5)), order, lines.getFirst());
        } else if (chance.percent(habit.atLeast(Warmth.WARM) ? 30 : 10)) {
            diary.reviewed(at.plus(Duration.ofDays(4)), lines.getFirst().sku(), chance.in(3, 5));
        }
    }

    private List<Line> basket() {
        List<Line> lines = new ArrayList<>();
        int most = habit.atLeast(Warmth.WARM) ? 3 : 2;
        for (Product product : taste.subList(0, chance.in(1, most))) {
            if (lines.stream().noneMatch(line -> line.sku().equals(product.sku()))) {
                lines.add(product.times(chance.in(1, most)));
            }
        }
        return lines;
    }

    /** What a customer does between orders. */
    private void around(int first, int last) {
        if (habit.atLeast(Warmth.WARM)) {
            diary.engaged(between(first, last));
            diary.answered(between(first, last), chance.in(habit.atLeast(Warmth.GLOWING) ? 9 : 6, 10));
        } else if (chance.percent(25)) {
            diary.answered(between(first, last), chance.in(0, 8));
        }
        if (habit.atLeast(Warmth.GLOWING)) {
            diary.recommended(between(first, last), true);
            diary.recommended(between(first, last), true);
        } else if (habit.atLeast(Warmth.WARM) && chance.percent(20)) {
            diary.recommended(between(first, last), false);
        }
        if (habit == Habit.GONE && chance.percent(50)) {
            diary.consented(at(last), false);
            diary.left(at(last));
        }
    }

    private Instant between(int first, int last) {
        return at(chance.in(Math.min(first, last), first));
    }

    /** A moment of the day so many days ago; of today, one that has been. */
    private Instant at(int daysAgo) {
        Instant at = days.ago(daysAgo, chance.in(MORNING, NIGHT));
        return at.isAfter(days.now()) ? days.now().minus(Duration.ofMinutes(30)) : at;
    }
}
