package io.pelleh.api.checkout;

import io.pelleh.api.identity.Identities;
import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.program.Program;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Products that are shown in a list, and to whom.
 *
 * @param products one piece of each, and how it is taxed
 */
record ProductOffersRequest(
        CheckoutId checkout,
        Subject subject,
        List<Goods> products,
        List<String> coupons,
        Map<String, String> attributes) {

    /** Products of one list. */
    static final int MAX_PRODUCTS = 50;

    private static final int MAX_ID = 128;
    private static final int MAX_COUPON = 64;
    private static final Set<String> MEMBERS = Set.of(
            "customerId",
            "customer",
            "checkoutId",
            "currency",
            "products",
            "coupons",
            "attributes",
            GoodsReader.INCLUDED);

    /** Reads a body, or refuses it with everything that is wrong. */
    static ProductOffersRequest read(Program program, Identities identities, JsonNode tree) {
        Fields body = Fields.of(tree, new Faults());
        body.only(MEMBERS);
        GoodsReader.currency(program, body);
        boolean taxed = GoodsReader.taxIncluded(program, body);
        List<Goods> products =
                body.objects("products", MAX_PRODUCTS, product -> GoodsReader.piece(program, product, taxed));
        if (products.isEmpty() && !body.faults().any()) {
            body.fault("products", "missing", "1 to " + MAX_PRODUCTS + " products are expected here");
        }
        Subject subject = identities.subject(program, body.textOrNull("customerId", MAX_ID), body.object("customer"));
        String checkout = Objects.requireNonNullElse(body.textOrNull("checkoutId", MAX_ID), "offers");
        List<String> coupons = body.texts("coupons", Goods.MAX_COUPONS, MAX_COUPON);
        Map<String, String> attributes = body.attributes("attributes");
        body.faults().refuseIfAny();
        return new ProductOffersRequest(new CheckoutId(checkout), subject, products, coupons, attributes);
    }

    /** A basket for each product. */
    List<Goods> baskets() {
        return products.stream()
                .map(product -> new Goods(product.lines(), 0, coupons, attributes).taxed(product.taxes()))
                .toList();
    }

    Goods together() {
        List<Line> lines =
                products.stream().flatMap(product -> product.lines().stream()).toList();
        return new Goods(lines, 0, coupons, attributes);
    }
}
