package io.pelleh.engine.campaign;

import io.pelleh.engine.facts.Customer;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a campaign is for: who has one of the values in everything that is asked for. What is empty is not asked.
 *
 * @param rungs names of rungs
 * @param attributes wanted values by the name of a customer's own attribute
 */
public record Audience(
        Set<String> segments, Set<String> rungs, Set<String> tiers, Map<String, Set<String>> attributes) {

    /** Everybody, guests too. */
    public static final Audience EVERYBODY = new Audience(Set.of(), Set.of(), Set.of(), Map.of());

    public Audience {
        segments = Set.copyOf(segments);
        rungs = Set.copyOf(rungs);
        tiers = Set.copyOf(tiers);
        attributes = Map.copyOf(attributes);
    }

    /** What keeps a customer out, {@code tier}; empty for who belongs to it. */
    public Optional<String> lacks(Customer customer) {
        if (!segments.isEmpty() && Collections.disjoint(segments, customer.getSegments())) {
            return Optional.of("segment");
        }
        if (!rungs.isEmpty() && !rungs.contains(customer.getRung())) {
            return Optional.of("rung");
        }
        if (!tiers.isEmpty() && !tiers.contains(customer.getTier())) {
            return Optional.of("tier");
        }
        return attributes.entrySet().stream()
                .filter(wanted -> !wanted.getValue().contains(customer.attribute(wanted.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }
}
