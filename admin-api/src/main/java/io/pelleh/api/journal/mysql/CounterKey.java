package io.pelleh.api.journal.mysql;

import io.pelleh.engine.limit.Counter;
import java.util.List;

/** A counter of a program, locked in the order of the parts: most are of one period, and so are read by one statement. */
record CounterKey(String program, Counter counter) implements Comparable<CounterKey> {

    List<String> parts() {
        return List.of(program, counter.period(), counter.id());
    }

    @Override
    public int compareTo(CounterKey other) {
        return Admission.compare(parts(), other.parts());
    }
}
