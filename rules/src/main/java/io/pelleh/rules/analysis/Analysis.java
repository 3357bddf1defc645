package io.pelleh.rules.analysis;

import io.pelleh.rules.reading.Library;
import io.pelleh.rules.reading.WrittenRule;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Looks for what is probably not meant. */
public final class Analysis {

    private Analysis() {}

    /**
     * Everything found.
     *
     * @param now by which rules have expired or are to come
     * @param midnight whether time changes a rule in a way that cannot be read from it
     */
    public static List<Finding> of(Library library, Instant now, Predicate<WrittenRule> midnight) {
        return List.of();
    }
}
