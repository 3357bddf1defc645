package io.pelleh.engine.event;

import io.pelleh.engine.customer.CustomerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event is about: the shop's id, other names, or nobody (a guest).
 *
 * @param customer the shop's id, or null while only aliases are known
 */
public record Subject(@Nullable CustomerId customer, List<Alias> aliases) {

    public static final Subject GUEST = new Subject(null, List.of());
    private static final int MAX_ALIASES = 8;

    public Subject {
        if (aliases.size() > MAX_ALIASES) {
            throw new IllegalArgumentException("an event names at most 8 aliases, not " + aliases.size());
        }
        aliases = List.copyOf(aliases);
    }

    public static Subject of(CustomerId customer) {
        return new Subject(customer, List.of());
    }

    public boolean guest() {
        return customer == null && aliases.isEmpty();
    }
}
