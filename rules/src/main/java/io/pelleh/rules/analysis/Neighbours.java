package io.pelleh.rules.analysis;

import io.pelleh.rules.analysis.Domain.Numbers;
import io.pelleh.rules.analysis.Domain.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules by one value they ask for, so that a rule is held against the few that may meet it and not against all. */
final class Neighbours {

    private final List<Placed> anywhere = new ArrayList<>();
    private final Map<String, List<Placed>> byValue = new HashMap<>();

    void add(Placed rule) {
        List<String> values = values(rule);
        if (values.isEmpty()) {
            anywhere.add(rule);
        } else {
            byValue.computeIfAbsent(values.getFirst(), v -> new ArrayList<>()).add(rule);
        }
    }

    /** Rules that may cover a rule, alone or together, in the order in which they were added. */
    List<Placed> near(Placed rule) {
        List<String> values = values(rule);
        List<Placed> near = new ArrayList<>(anywhere);
        if (values.isEmpty() && rule.extent().boxes().size() == 1 && byValue.size() < 64) {
            byValue.values().forEach(near::addAll);
        }
        values.forEach(value -> near.addAll(byValue.getOrDefault(value, List.of())));
        return near;
    }

    /** Attributes that one value only will do for, the most telling first: words before numbers. */
    private static List<String> values(Placed rule) {
        Box box = rule.box();
        List<String> words = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        if (box != null) {
            box.sides().forEach((path, domain) -> {
                only(domain).ifPresent(value -> (domain instanceof Texts ? words : numbers).add(path + "=" + value));
            });
        }
        words.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        words.addAll(numbers);
        return words;
    }

    private static int rank(String value) {
        return value.contains("sku=") ? 0 : value.contains("category=") ? 1 : 2;
    }

    private static Optional<String> only(Domain domain) {
        return switch (domain) {
            case Texts t
            when t.among() && t.words().size() == 1 ->
                Optional.of(t.words().iterator().next());
            case Numbers n when n.spans().size() == 1 && n.low() == n.high() -> Optional.of(Long.toString(n.low()));
            default -> Optional.empty();
        };
    }
}
