package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.Given.SARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.fixtures.Club;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRules;
import io.pelleh.engine.fixtures.Shop;
import io.pelleh.engine.fixtures.Tables.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the journal kept of a life with returns is all that is needed to come to the same end. */
class RefoldTest {

    private static final LambdaRules RULES = Club.rules();

    @Test
    void decidingAgainOnWhatWasReadThenGivesTheSameDecisionsAndTheSameState() {
        Dice.rounds(100, dice -> {
            Shop shop = new Shop(Given.EUR, RULES);
            for (int i = 0; i < 4; i++) {
                live(dice, shop, "order-" + i);
            }

            List<Row> rows = shop.journal.rows(Given.EUR.id());
            CustomerState state =
                    CustomerState.unseen(SARA, rows.getFirst().step().event().occurredAt());
            for (Row row : rows) {
                state = again(row, state);
            }

            assertThat(state).isEqualTo(shop.state(SARA));
        });
    }

    private static CustomerState again(Row row, CustomerState state) {
        Event event = row.step().event();
        var then = row.step().decision().decidedAt();
        var giving = Gift.of(Given.EUR, event, then);
        Decider.Decided decided = Decider.decide(
                new Question(Given.EUR, state, false, event, row.step().inputs(), RULES, then, giving));

        assertThat(decided.decision()).isEqualTo(row.step().decision());
        assertThat(decided.order()).isEqualTo(row.step().order());
        return decided.decision().after();
    }

    private static void live(Dice dice, Shop shop, String order) {
        shop.later(Duration.ofHours(dice.below(300)));
        long quantity = dice.between(1, 5);
        shop.buy(SARA, order, Goods.of(List.of(Line.of("tea", "tea", quantity, BigDecimal.valueOf(9_999))), 70));
        long left = quantity;
        for (int i = 0; left > 0 && dice.chance(70); i++) {
            long some = dice.between(1, left);
            shop.later(Duration.ofHours(dice.below(50)));
            shop.bring(order, new Returning("r" + i, List.of(new Pieces(null, "tea", some)), null));
            left -= some;
        }
        if (left > 0 && dice.chance(50)) {
            shop.cancel(order);
        }
    }
}
