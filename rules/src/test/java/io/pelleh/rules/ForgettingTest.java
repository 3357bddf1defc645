package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Customer;
import io.pelleh.engine.facts.Moment;
import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules keep nothing of the customers they looked at. */
class ForgettingTest {

    private static final int ENOUGH = 1_500;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Program PROGRAM = new Program(
            new ProgramId("shop"),
            "Shop",
            Currency.of("IRR", 0),
            true,
            ZoneId.of("Asia/Tehran"),
            Program.CountsAt.PLACED,
            false,
            Calendar.JALALI);

    private static final RuleSet RULES = RuleCompiler.compile(1, PROGRAM.zone(), StarterPack.files());

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aCustomerIsForgottenOnceOthersWereLookedAt(Stage stage) {
        WeakReference<CustomerState> first = lookAt(stage, "first");

        for (int i = 0; i < ENOUGH; i++) {
            lookAt(stage, "other-" + i);
        }

        for (int i = 0; i < 20 && first.get() != null; i++) {
            System.gc();
        }
        assertThat(first.get()).isNull();
    }

    private static WeakReference<CustomerState> lookAt(Stage stage, String id) {
        CustomerState state = CustomerState.unseen(new CustomerId(id), NOW);
        RULES.evaluate(stage, new Customer(state, Moment.of(PROGRAM, NOW, "order.placed", false)));
        return new WeakReference<>(state);
    }
}
