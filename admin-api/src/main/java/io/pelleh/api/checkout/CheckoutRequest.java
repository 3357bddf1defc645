package io.pelleh.api.checkout;

import io.pelleh.api.identity.Identities;
import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.engine.checkout.Charged;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a PUT of a checkout asks for.
 *
 * @param orderId the order it becomes, or null to name the order as the checkout
 * @param referralCode whose recommendation the shopper named, or null
 * @param deadlineMillis how long the caller waits, or null for as long as it takes
 * @param charged what the shop took off, where it decided by itself, or null
 * @param occurredAt when the shop closed it by itself, or null for now
 */
record CheckoutRequest(
        CheckoutState state,
        Subject subject,
        Goods goods,
        @Nullable String orderId,
        @Nullable String referralCode,
        @Nullable Long deadlineMillis,
        @Nullable Charged charged,
        @Nullable Instant occurredAt) {

    private static final int MAX_ID = 128;
    private static final int MAX_ORDER_ID = 200;
    private static final long MAX_DEADLINE_MILLIS = 60_000;
    private static final Set<String> MEMBERS = members();

    private static Set<String> members() {
        Set<String> members = new HashSet<>(GoodsReader.MEMBERS);
        members.addAll(Set.of("customerId", "customer", "state", "referralCode", "orderId", "deadlineMillis"));
        members.addAll(Set.of("device", "address"));
        members.addAll(ShopDecided.MEMBERS);
        return members;
    }

    /** Reads a body, or refuses it with everything that is wrong. */
    static CheckoutRequest read(Program program, Identities identities, JsonNode tree, Instant now) {
        Faults faults = new Faults();
        Fields body = Fields.of(tree, faults);
        body.only(MEMBERS);
        CheckoutState state = state(body);
        Subject subject = identities.subject(program, body.textOrNull("customerId", MAX_ID), body.object("customer"));
        Goods goods = goods(program, identities, body, state);
        String referralCode = body.textOrNull("referralCode", MAX_ID);
        String orderId = body.textOrNull("orderId", MAX_ORDER_ID);
        Long deadline = body.wholeOrNull("deadlineMillis", 1, MAX_DEADLINE_MILLIS);
        if (state == CheckoutState.CLOSED && goods.lines().isEmpty() && !faults.any()) {
            body.fault("lines", "missing", "a checkout closes with at least one line");
        }
        ShopDecided shop = ShopDecided.read(body, state, goods, now);
        faults.refuseIfAny();
        return new CheckoutRequest(
                state, subject, goods, orderId, referralCode, deadline, shop.charged(), shop.occurredAt());
    }

    private static Goods goods(Program program, Identities identities, Fields body, CheckoutState state) {
        Goods.Keys keys = identities.keys(body);
        return state == CheckoutState.CANCELLED && !body.has("lines")
                ? Goods.NONE
                : GoodsReader.read(program, body).by(keys);
    }

    private static CheckoutState state(Fields body) {
        return switch (body.text("state", MAX_ID)) {
            case "open" -> CheckoutState.OPEN;
            case "closed" -> CheckoutState.CLOSED;
            case "cancelled" -> CheckoutState.CANCELLED;
            case "" -> CheckoutState.OPEN;
            default -> {
                body.fault("state", "unknown_value", "open, closed or cancelled is expected here");
                yield CheckoutState.OPEN;
            }
        };
    }
}
