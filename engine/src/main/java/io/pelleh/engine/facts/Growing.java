package io.pelleh.engine.facts;

import java.util.Set;

/** What a shopper can only add to: more of it is always within reach. */
final class Growing {

    private static final Set<String> PATHS = Set.of(
            "basket.total",
            "basket.units",
            "item.quantity",
            "item.amount",
            "customer.orders",
            "customer.orders30",
            "customer.orders90",
            "customer.orders180",
            "customer.orders365",
            "customer.spent",
            "customer.spent30",
            "customer.spent90",
            "customer.spent180",
            "customer.spent365",
            "customer.directInteractions",
            "customer.indirectInteractions",
            "customer.quotes",
            "customer.reviews",
            "customer.socialEngagements",
            "customer.referralsMade",
            "customer.referralsConverted",
            "customer.points");

    private Growing() {}

    static boolean has(String path) {
        return PATHS.contains(path);
    }
}
