package io.pelleh.rules.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What comparisons leave of all situations: a set of values for each attribute they name, anything for the others.
 *
 * @param sides by path of the attribute
 */
record Box(Map<String, Domain> sides) {

    static final Box ALL = new Box(Map.of());

    static Box of(String path, Domain domain) {
        return new Box(Map.of(path, domain));
    }

    Box and(Box other) {
        if (sides.isEmpty()) {
            return other;
        }
        Map<String, Domain> both = new TreeMap<>(sides);
        other.sides.forEach((path, domain) -> both.merge(path, domain, Domain::and));
        return new Box(both);
    }

    boolean empty() {
        return nothing().isPresent();
    }

    /** An attribute that no value is left of. */
    Optional<String> nothing() {
        return sides.entrySet().stream()
                .filter(side -> side.getValue().empty())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether every situation in the other is in this one. */
    boolean covers(Box other) {
        for (Map.Entry<String, Domain> side : sides.entrySet()) {
            Domain theirs = other.sides.get(side.getKey());
            if (theirs == null || !side.getValue().covers(theirs)) {
                return false;
            }
        }
        return true;
    }

    boolean meets(Box other) {
        for (Map.Entry<String, Domain> side : sides.entrySet()) {
            Domain theirs = other.sides.get(side.getKey());
            if (theirs != null && side.getValue().and(theirs).empty()) {
                return false;
            }
        }
        return true;
    }

    /** What is left of this without the other, as boxes that do not meet; {@code whole} says how far a side reaches. */
    List<Box> minus(Box other, Universe universe) {
        if (!meets(other)) {
            return List.of(this);
        }
        List<Box> rest = new ArrayList<>();
        Map<String, Domain> inside = new TreeMap<>(sides);
        for (Map.Entry<String, Domain> side : other.sides.entrySet()) {
            @Nullable Domain mine = inside.get(side.getKey());
            Domain all = mine == null ? universe.of(side.getKey(), side.getValue()) : mine;
            Domain outside = all.and(side.getValue().not());
            if (!outside.empty()) {
                Map<String, Domain> part = new TreeMap<>(inside);
                part.put(side.getKey(), outside);
                rest.add(new Box(part));
            }
            inside.put(side.getKey(), all.and(side.getValue()));
        }
        return rest;
    }
}
