package io.pelleh.api.acceptance;

import java.time.Instant;

/** Request bodies with sane defaults. */
final class Bodies {

    private Bodies() {}

    /** A checkout of one product, {@code unitPrice} in rial. */
    static String checkout(String customer, String state, String sku, long unitPrice) {
        return """
                {"customerId": "%s", "state": "%s", "currency": "IRR", "shipping": 450000,
                 "lines": [{"sku": "%s", "category": "tea", "quantity": 1, "unitPrice": %d}]}
                """.formatted(customer, state, sku, unitPrice);
    }

    /** An order as a structured CloudEvent. */
    static String order(String eventId, String customer, String orderId, Instant at) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "shop", "type": "order.placed", "subject": "%s",
                 "time": "%s", "datacontenttype": "application/json",
                 "data": {"orderId": "%s", "currency": "IRR",
                          "lines": [{"sku": "RICE-5KG", "category": "rice", "quantity": 1, "unitPrice": 2500000}]}}
                """.formatted(eventId, customer, at, orderId);
    }
}
