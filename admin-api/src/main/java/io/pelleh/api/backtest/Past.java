package io.pelleh.api.backtest;

import io.pelleh.api.journal.Histories.Happened;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import org.jspecify.annotations.Nullable;

/** Where a backtest reads what happened: several threads ask for slices, and each goes through its own. */
interface Past {

    /** Customers in all. */
    long customers();

    /** The next few customers, or some guests' events; null when there are no more. */
    @Nullable
    Slice next();

    /** Some of the past. */
    interface Slice {

        void tell(Listener listener);
    }

    /** Hears one customer after the other, and the events of each in order. */
    interface Listener {

        /** @param known as just before the period, or null for one who was not known then */
        void customer(CustomerId id, @Nullable CustomerState known);

        /** Something that happened to this customer; guests' events come without a customer before them. */
        void happened(Happened happened);

        /** The customer's part is over. */
        void over();
    }
}
