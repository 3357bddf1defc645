package io.pelleh.api.checkout;

import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a POST of an exchange asks for: what comes back, and the checkout that is closed instead. */
record ExchangeRequest(ReturnRequest back, CheckoutClosed close) {

    private static final int MAX_ID = 128;
    private static final int MAX_ORDER_ID = 200;
    private static final Set<String> MEMBERS = with(ReturnRequest.MEMBERS, "checkout");
    private static final Set<String> CHECKOUT = with(GoodsReader.MEMBERS, "checkoutId", "orderId", "referralCode");

    private static Set<String> with(Set<String> members, String... more) {
        Set<String> all = new HashSet<>(members);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }

    /** Reads a body, or refuses it with everything that is wrong. */
    static ExchangeRequest read(Program program, CheckoutId returned, JsonNode tree, Instant now) {
        Faults faults = new Faults();
        Fields body = Fields.of(tree, faults);
        body.only(MEMBERS);
        ReturnRequest back = ReturnRequest.read(body, now);
        Fields next = body.object("checkout");
        if (next == null) {
            body.fault("checkout", "missing", "the checkout that is closed instead is missing");
        }
        CheckoutClosed close = next == null ? null : close(program, returned, next);
        faults.refuseIfAny();
        if (close == null) {
            throw new IllegalStateException("a fault was not told");
        }
        return new ExchangeRequest(back, close);
    }

    private static @Nullable CheckoutClosed close(Program program, CheckoutId returned, Fields next) {
        next.only(CHECKOUT);
        String id = next.text("checkoutId", MAX_ID);
        String orderId = next.textOrNull("orderId", MAX_ORDER_ID);
        String referralCode = next.textOrNull("referralCode", MAX_ID);
        Goods goods = GoodsReader.read(program, next);
        if (id.equals(returned.value())) {
            next.fault("checkoutId", "same_checkout", "what is bought instead is a checkout of its own");
        }
        if (goods.lines().isEmpty() && !next.faults().any()) {
            next.fault("lines", "missing", "a checkout closes with at least one line");
        }
        return next.faults().any()
                ? null
                : new CheckoutClosed(new CheckoutId(id), orderId == null ? id : orderId, referralCode, goods);
    }
}
