package io.pelleh.engine.decision;

import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.fixtures.Club;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.Shop;
import io.pelleh.engine.program.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dues are early enough: looking at a customer every day finds nothing sooner. */
class DuesTest {

    @Test
    void whateverADailyLookWouldFindADueFindsAtTheSameInstant() {
        Dice.rounds(40, dice -> {
            Program program = dice.oneOf(List.of(Given.EUR, Given.IRR));
            Instant begin = Given.noon(program, dice.oneOf(List.of("2019-03-01", "2020-09-10", "2021-03-15")));
            Shop lazy = new Shop(program, Club.rules()).at(begin);
            Shop daily = new Shop(program, Club.rules(true)).at(begin);

            for (int i = 0; i < 6; i++) {
                Duration pause = Duration.ofMinutes(dice.below(60 * 24 * 150));
                long price = dice.between(100, 45_000);
                lazy.later(pause).buy(SARA, "o" + i, goods(price));
                daily.later(pause).buy(SARA, "o" + i, goods(price));
            }
            lazy.later(Duration.ofDays(800)).pass(SARA);
            daily.later(Duration.ofDays(800)).pass(SARA);

            assertThat(changes(lazy)).isEqualTo(changes(daily)).hasSizeGreaterThan(5);
            assertThat(lazy.state(SARA).wallet()).isEqualTo(daily.state(SARA).wallet());
        });
    }

    private static List<String> changes(Shop shop) {
        return shop.decisions(SARA).stream()
                .map(d -> d.decidedAt() + " " + d.changes() + d.ledger() + d.granted())
                .toList();
    }
}
