package io.pelleh.api.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.coupon.GuessCounts.Bounds;
import io.pelleh.api.coupon.GuessCounts.Pace;
import io.pelleh.api.coupon.Guesses.Who;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.program.ProgramId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final ProgramId SHOP = new ProgramId("shop");
    private static final Pace PACE = new Pace(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofHours(1));

    private final List<AuditLog.Done> told = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Guesses guesses = new Guesses(
            new GuessesInMemory(InstantSource.system()),
            new Guesses.Limits(most(5), most(5), most(5), most(7)),
            new Told(told),
            meters);

    private static Bounds most(int codes) {
        return new Bounds(codes, PACE);
    }

    private record Told(List<Done> all) implements AuditLog {

        @Override
        public void add(Done done) {
            all.add(done);
        }

        @Override
        public List<Entry> before(ProgramId program, long id, int limit) {
            return List.of();
        }
    }

    private static Who customer(String name) {
        return new Who(SHOP, "server", name, "");
    }

    @Test
    void whenManyCustomersOfAKeyGuessTogetherUnknownCodesAreRefusedAndGoodOnesAreNot() {
        assertThat(guesses.count(customer("anna"), Set.of("A", "B", "C", "D"))).isNull();
        assertThat(guesses.count(customer("omid"), Set.of("E", "F", "G"))).isNull();
        assertThat(guesses.count(customer("dara"), Set.of("H"))).isNotNull();

        assertThatCode(() -> guesses.admit(customer("sara"), () -> true, () -> false))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> guesses.admit(customer("sara"), () -> true, () -> true))
                .isInstanceOf(Refused.class);
        assertThatCode(() -> guesses.admit(new Who(SHOP, "kiosk", "sara", ""), () -> true, () -> true))
                .doesNotThrowAnyException();
        assertThat(told).extracting(AuditLog.Done::subject).containsExactly("key/server");
        assertThat(meters.counter("pelleh.coupons.unknown").count()).isEqualTo(8);
    }

    @Test
    void theSameWrongCodeOverAndOverIsOneGuess() {
        for (int i = 0; i < 100; i++) {
            assertThat(guesses.count(customer("anna"), Set.of("TYPO"))).isNull();
        }
    }

    @Test
    void whoIsLockedOutGetsNothingLookedUpButWhatRulesKnow() {
        Refused refused = guesses.count(customer("anna"), Set.of("A", "B", "C", "D", "E", "F"));

        assertThat(refused).isNotNull();
        assertThatThrownBy(() -> guesses.admit(customer("anna"), () -> true, () -> false))
                .isInstanceOf(Refused.class);
        assertThatCode(() -> guesses.admit(customer("anna"), () -> false, () -> false))
                .doesNotThrowAnyException();
        assertThat(told).extracting(AuditLog.Done::subject).containsExactly("customer/anna");
    }
}
