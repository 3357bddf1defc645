package io.pelleh.api.demo;

import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Program.CountsAt;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The demo shop: a tea house in Shiraz with about three hundred customers, none of whom exists. */
final class Shop {

    static final Program PROGRAM = new Program(
            Diary.PROGRAM,
            "چای‌خانه · Tea House",
            Currency.of("IRR", 0),
            true,
            ZoneId.of("Asia/Tehran"),
            CountsAt.PLACED,
            false,
            Calendar.JALALI);

    private static final long SEED = 1404;

    private Shop() {}

    /** Everybody's story up to now: the same for the same day, whatever the machine; the cast comes last. */
    static List<Story> stories(Days days) {
        Chance chance = new Chance(SEED);
        List<Story> stories = new ArrayList<>();
        for (Habit habit : Habit.values()) {
            for (int i = 0; i < habit.share(); i++) {
                String id = "c-%03d".formatted(stories.size() + 1);
                stories.add(new Life(chance, days, habit, id).told());
            }
        }
        stories.addAll(Cast.stories(days));
        return stories;
    }
}
