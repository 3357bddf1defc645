package io.pelleh.api.backtest;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** From when on promotions that are limited in all are used up. */
record Spent(Map<String, Instant> since) {

    static final Spent NOTHING = new Spent(Map.of());

    Spent {
        since = Map.copyOf(since);
    }

    Set<String> at(Instant now) {
        return since.isEmpty()
                ? Set.of()
                : since.entrySet().stream()
                        .filter(end -> !now.isBefore(end.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    /**
     * What was found to be used up as well.
     *
     * @param all every promotion at once; else only the first, which is exact, because until then nothing was refused
     */
    Spent with(Map<String, Instant> over, boolean all) {
        Map<String, Instant> more = new HashMap<>(since);
        over.entrySet().stream()
                .filter(end -> !since.containsKey(end.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .limit(all ? Long.MAX_VALUE : 1)
                .forEach(end -> more.put(end.getKey(), end.getValue()));
        return new Spent(more);
    }
}
