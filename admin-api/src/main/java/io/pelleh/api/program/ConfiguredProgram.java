package io.pelleh.api.program;

import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Program.CountsAt;
import io.pelleh.engine.program.ProgramId;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Opens the program that the settings name, for a shop's own installation: {@code pelleh.program.id}, {@code .name},
 * {@code .currency}, {@code .exponent} (the currency's own; 0 for IRR), {@code .rounding} (HALF_UP), {@code .tax-included}
 * (true), {@code .zone}, {@code .calendar} (that of the zone), {@code .counts-at}, {@code .sandbox}.
 */
@Component
@ConditionalOnProperty("pelleh.program.id")
class ConfiguredProgram implements ApplicationRunner {

    private static final String PREFIX = "pelleh.program.";

    private final Onboarding onboarding;
    private final Environment settings;

    ConfiguredProgram(Onboarding onboarding, Environment settings) {
        this.onboarding = onboarding;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Program program = program();
        Optional<String> key = onboarding.open(program);
        key.ifPresent(token ->
                System.out.printf("%nProgram %s is open. Its first key, told only now: %s%n%n", program.id(), token));
    }

    private Program program() {
        String id = settings.getRequiredProperty(PREFIX + "id");
        ZoneId zone = ZoneId.of(settings.getProperty(PREFIX + "zone", "Asia/Tehran"));
        String currency = settings.getProperty(PREFIX + "currency", "IRR").toUpperCase(Locale.ROOT);
        return new Program(
                new ProgramId(id),
                settings.getProperty(PREFIX + "name", id),
                new Currency(
                        currency,
                        settings.getProperty(PREFIX + "exponent", Integer.class, exponent(currency)),
                        settings.getProperty(PREFIX + "rounding", RoundingMode.class, RoundingMode.HALF_UP)),
                settings.getProperty(PREFIX + "tax-included", Boolean.class, true),
                zone,
                settings.getProperty(PREFIX + "counts-at", CountsAt.class, CountsAt.PLACED),
                settings.getProperty(PREFIX + "sandbox", Boolean.class, false),
                settings.getProperty(PREFIX + "calendar", Calendar.class, Calendar.usual(zone)));
    }

    /** ISO 4217 gives the rial two decimals that nobody uses. */
    private static int exponent(String currency) {
        return currency.equals("IRR")
                ? 0
                : java.util.Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
