package io.pelleh.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Amounts, numbers and days are read as the language of a text has them. */
class SpokenTest {

    private static final Instant YALDA = Instant.parse("2026-12-21T20:30:00Z");

    private final Spoken persian = new Spoken(program("IRR", 0, "Asia/Tehran"), "fa");
    private final Spoken english = new Spoken(program("IRR", 0, "Asia/Tehran"), "en");
    private final Spoken dollars = new Spoken(program("USD", 2, "America/New_York"), "en-US");

    @Test
    void persianHasItsDigitsTomanAndTheJalaliDay() {
        assertThat(persian.money(450_000)).isEqualTo("۴۵۰٬۰۰۰ ریال");
        assertThat(persian.toman(450_000)).isEqualTo("۴۵٬۰۰۰ تومان");
        assertThat(persian.toman(455)).isEqualTo("۴۵٫۵ تومان");
        assertThat(persian.percent(2_000)).isEqualTo("۲۰٪");
        assertThat(persian.number(1_200)).isEqualTo("۱٬۲۰۰");
        assertThat(persian.day(YALDA)).isEqualTo("۱۴۰۵/۰۹/۳۰");
    }

    @Test
    void englishHasItsOwn() {
        assertThat(english.money(450_000)).isEqualTo("450,000 rials");
        assertThat(english.toman(450_000)).isEqualTo("45,000 toman");
        assertThat(english.day(YALDA)).isEqualTo("Dec 21, 2026");
        assertThat(dollars.money(1_250)).isEqualTo("$12.50");
        assertThat(dollars.percent(1_250)).isEqualTo("12.5%");
    }

    private static Program program(String currency, int exponent, String zone) {
        ZoneId where = ZoneId.of(zone);
        return new Program(
                new ProgramId("p"),
                "P",
                Currency.of(currency, exponent),
                true,
                where,
                Program.CountsAt.PLACED,
                false,
                Calendar.usual(where));
    }
}
