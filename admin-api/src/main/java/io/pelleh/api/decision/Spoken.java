package io.pelleh.api.decision;

import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Jalali;
import io.pelleh.engine.program.Program;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Amounts, numbers and days as people of one language read them. For one thread. */
final class Spoken {

    private static final String PERSIAN = "fa";
    private static final String RIAL = "IRR";
    private static final int RIALS = 10;
    private static final int WHOLE = 10_000;

    private final Program program;
    private final Locale locale;

    /** @param language tag, {@code fa} */
    Spoken(Program program, String language) {
        this.program = program;
        this.locale = Locale.forLanguageTag(language);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** An amount in minor units, with its currency. */
    String money(long amount) {
        Currency currency = program.currency();
        BigDecimal major = BigDecimal.valueOf(amount, currency.exponent());
        if (currency.code().equals(RIAL)) {
            return plain(major, currency.exponent()) + (persian() ? " ریال" : " rials");
        }
        try {
            NumberFormat format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(java.util.Currency.getInstance(currency.code()));
            format.setMinimumFractionDigits(currency.exponent());
            format.setMaximumFractionDigits(currency.exponent());
            return format.format(major);
        } catch (IllegalArgumentException e) {
            return plain(major, currency.exponent()) + " " + currency.code();
        }
    }

    /** Rials as people say them. */
    String toman(long amount) {
        BigDecimal toman =
                BigDecimal.valueOf(amount, program.currency().exponent()).divide(BigDecimal.valueOf(RIALS));
        return plain(toman, Math.max(0, toman.stripTrailingZeros().scale())) + (persian() ? " تومان" : " toman");
    }

    /** Basis points as percent. */
    String percent(int basisPoints) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(BigDecimal.valueOf(basisPoints).divide(BigDecimal.valueOf(WHOLE)));
    }

    /** The last day before an instant, by the program's calendar. */
    String day(Instant until) {
        LocalDate day = program.dayOf(until.minusNanos(1));
        return program.calendar() == Calendar.JALALI && persian()
                ? digits(Jalali.date(day))
                : digits(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(day));
    }

    private String plain(BigDecimal number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    private String digits(String written) {
        char zero = DecimalFormatSymbols.getInstance(locale).getZeroDigit();
        StringBuilder spoken = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            spoken.append(c >= '0' && c <= '9' ? (char) (zero + c - '0') : c);
        }
        return spoken.toString();
    }

    private boolean persian() {
        return locale.getLanguage().equals(PERSIAN);
    }
}
