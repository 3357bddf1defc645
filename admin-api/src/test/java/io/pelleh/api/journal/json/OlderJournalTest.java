package io.pelleh.api.journal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.event.Happening;
import org.junit.jupiter.api.Test;

/** What an older Pelleh wrote is read as it was meant. */
class OlderJournalTest {

    private final JournalJson json = new JournalJson();

    @Test
    void anOrderOfBeforeReturnsWereToldApartHasNone() {
        OrderOnFile order = json.order("""
                {"orderId": "o-1", "placedAt": "2026-01-01T00:00:00Z",
                 "status": {"known": true, "paid": false, "counted": true, "cancelled": false},
                 "money": {"spent": 7, "units": 1, "returned": 0, "returnedUnits": 0}, "award": {"lot": "", "points": 0}}
                """);

        assertThat(order).isNotNull();
        assertThat(order.returns()).isEmpty();
        assertThat(order.money().spent()).isEqualTo(7);
    }

    @Test
    void aCloseAndACancellationOfBeforePromisesHaveNone() {
        Happening close = json.happening("""
                {"kind": "checkout.closed", "checkout": "c-1", "orderId": "o-1",
                 "goods": {"lines": [], "shipping": 5, "coupons": [], "attributes": {}}}
                """);

        assertThat(close).isInstanceOfSatisfying(Happening.CheckoutClosed.class, closed -> {
            assertThat(closed.promise()).isNull();
            assertThat(closed.charged()).isNull();
            assertThat(closed.goods().shipping()).isEqualTo(5);
        });
        assertThat(json.happening("{\"kind\": \"checkout.cancelled\", \"checkout\": \"c-1\"}"))
                .isEqualTo(new Happening.CheckoutCancelled(new CheckoutId("c-1"), null));
    }
}
