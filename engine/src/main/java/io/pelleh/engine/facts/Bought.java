package io.pelleh.engine.facts;

import io.pelleh.engine.customer.Watched;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fact that a customer bought a watched product before: what a rule sees as {@code Bought(…)}. */
public final class Bought implements Situation {

    private final Situation around;
    private final Watched watched;

    private Bought(Situation around, Watched watched) {
        this.around = around;
        this.watched = watched;
    }

    /** One for each watched product the customer has bought. */
    public static List<Bought> of(Situation around) {
        return around.customer().state().history().watched().stream()
                .map(watched -> new Bought(around, watched))
                .toList();
    }

    @Override
    public Customer customer() {
        return around.customer();
    }

    @Override
    public @Nullable Basket basket() {
        return around.basket();
    }

    public Customer getCustomer() {
        return around.customer();
    }

    public String getSku() {
        return watched.sku();
    }

    public long getUnits() {
        return watched.units();
    }

    /** Calendar days since the last purchase. */
    public long getDays() {
        return customer().moment().today() - watched.day();
    }
}
