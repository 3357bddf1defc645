package io.pelleh.api.json;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import java.util.ArrayList;
import java.util.List;

/** What was found wrong in one body; the first {@value #MAX} things are told. */
public final class Faults {

    private static final int MAX = 20;

    private final List<Fault> found = new ArrayList<>();

    public void add(String pointer, String code, String detail) {
        if (found.size() < MAX) {
            found.add(new Fault(pointer, code, detail));
        }
    }

    public boolean any() {
        return !found.isEmpty();
    }

    /** What is wrong with the first thing; there must be one. */
    public String code() {
        return found.getFirst().code();
    }

    /** @throws Refused when anything was found */
    public void refuseIfAny() {
        if (any()) {
            throw new Refused(Code.INVALID, found.getFirst().detail(), found);
        }
    }
}
