package io.pelleh.engine.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.RandomStates;
import io.pelleh.engine.points.Lot;
import io.pelleh.engine.points.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateCodecTest {

    private static final Map<String, Told> TOLD = Map.of(
            "profession", new Told.Text("pastry chef"), "children", new Told.Whole(2), "vegan", new Told.Flag(true));

    @Test
    void whatIsWrittenIsReadAgainAsTheSameStateAndTheSameBytes() {
        Dice.rounds(500, dice -> {
            CustomerState state = RandomStates.state(dice);

            byte[] bytes = StateCodec.encode(state);

            assertThat(StateCodec.decode(bytes)).isEqualTo(state);
            assertThat(StateCodec.encode(StateCodec.decode(bytes))).isEqualTo(bytes);
        });
    }

    @Test
    void differentStatesAreDifferentBytes() {
        Dice.rounds(300, dice -> {
            CustomerState one = RandomStates.state(dice);
            CustomerState other = dice.chance(50) ? one.decided(one.decidedAt()) : RandomStates.state(dice);

            assertThat(Arrays.equals(StateCodec.encode(one), StateCodec.encode(other)))
                    .isEqualTo(one.equals(other));
        });
    }

    @Test
    void theOrderInWhichUsesWereCountedDoesNotShow() {
        Map<String, Integer> one = new LinkedHashMap<>();
        Map<String, Integer> other = new LinkedHashMap<>();
        List.of("a", "b", "c", "d").forEach(id -> one.put(id, 1));
        List.of("d", "c", "b", "a").forEach(id -> other.put(id, 1));
        CustomerState state = CustomerState.unseen(Given.SARA, Given.NOON);

        assertThat(StateCodec.encode(state.withUses(one))).isEqualTo(StateCodec.encode(state.withUses(other)));
    }

    @Test
    void whoWasToldNothingOfIsWrittenAsBeforeAndReadByAnOlderPelleh() {
        CustomerState before = CustomerState.unseen(Given.SARA, Given.NOON);
        CustomerState told = before.withHistory(before.history().told(Map.of("vip", new Told.Flag(true))));

        assertThat(StateCodec.encode(before)[0]).isEqualTo((byte) 1);
        assertThat(StateCodec.encode(told)[0]).isEqualTo((byte) 2);
        assertThat(StateCodec.encode(told)).hasSize(StateCodec.encode(before).length + 1 + 4 + 1);
    }

    @Test
    void aNewerFormatIsRefused() {
        byte[] bytes = StateCodec.encode(CustomerState.unseen(Given.SARA, Given.NOON));
        bytes[0] += 2;

        assertThatThrownBy(() -> StateCodec.decode(bytes)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTypicalCustomerTakesAtMost900BytesAndOneWith200OrdersAtMost2KiB() {
        assertThat(StateCodec.encode(shopper(30))).hasSizeLessThanOrEqualTo(900);
        assertThat(StateCodec.encode(shopper(200))).hasSizeLessThanOrEqualTo(2_048);
    }

    /** Rial amounts, an order every nine days, a lot each month, offers used, products watched. */
    private static CustomerState shopper(int orders) {
        Purchases purchases = Purchases.NONE;
        History history = History.begun(Given.NOON).enrolled(Given.NOON);
        Instant at = Given.NOON;
        for (int i = 0; i < orders; i++) {
            at = at.plus(Duration.ofDays(9));
            long day = Given.IRR.dayOf(at).toEpochDay();
            purchases = purchases.ordered(at, day, 15_000_000 + i * 7_919L, 3);
            history = i % 40 == 0 ? history.watching(new Watched("sku-" + i, day, 1)) : history;
        }
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            lots.add(new Lot(i + "-0", 90_000, 45_000, at, at, at.plus(Duration.ofDays(30L * i))));
        }
        return new CustomerState(
                new CustomerId("customer-1000234"),
                orders + 40L,
                at,
                new Standing(Rung.LOYAL, at, "GOLD", at, Instant.MAX, new Scores(4, 5, 5, 4), List.of("Loyal"), 17),
                history.with(purchases)
                        .with(new Engagement(40, 25, 3, 4, 2, 1, 1, 9))
                        .told(TOLD),
                new Wallet(lots, 0),
                Map.of("promotions/welcome/first", 1, "promotions/free-shipping/gold", 12),
                new CustomerState.Fate(at.plus(Duration.ofDays(7)), null));
    }
}
