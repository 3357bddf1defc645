package io.pelleh.rules.reading;

import java.util.List;
import java.util.stream.Collectors;

/** Rule files cannot be used as they are; nothing was published. */
public final class RulesRejected extends RuntimeException {

    private final transient List<Problem> problems;

    public RulesRejected(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that was found, in the order of the files. */
    public List<Problem> problems() {
        return problems;
    }
}
