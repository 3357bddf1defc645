package io.pelleh.api.ruleset;

import io.pelleh.api.ruleset.ReleaseStore.Released;
import io.pelleh.api.ruleset.ReleaseStore.Signed;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.RuleSets;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.engine.program.Programs;
import io.pelleh.rules.RuleCompiler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The releases of every program, compiled; the one in force is a single reference. */
public final class Releases implements RuleSets {

    private final ReleaseStore store;
    private final Programs programs;
    private final Map<ProgramId, Shelf> shelves = new ConcurrentHashMap<>();

    public Releases(ReleaseStore store, Programs programs) {
        this.store = store;
        this.programs = programs;
    }

    /** Releases of one program as this node knows them, oldest first, with those that were needed so far compiled. */
    private record Shelf(List<Released> released, Map<Long, RuleSet> compiled, RuleSet inForce) {}

    @Override
    public RuleSet inForce(ProgramId program) {
        return shelf(program).inForce();
    }

    @Override
    public RuleSet inForceAt(ProgramId program, Instant at) {
        Shelf shelf = shelf(program);
        Released then = shelf.released().getFirst();
        for (Released release : shelf.released()) {
            if (!release.inForceAt().isAfter(at)) {
                then = release;
            }
        }
        return compiled(program, shelf.compiled(), then.number());
    }

    /**
     * Compiles and releases files, in force at once.
     *
     * @throws io.pelleh.rules.reading.RulesRejected with every problem found; nothing is released
     */
    public RuleSet publish(ProgramId program, Map<String, byte[]> files, Signed signed) {
        Program known = programs.get(program);
        List<Released> before = store.released(program);
        long number = before.isEmpty() ? 1 : before.getLast().number() + 1;
        RuleSet compiled = RuleCompiler.compile(number, known.zone(), files);
        store.keep(program, new Released(number, programs.now(known), signed), files);
        shelves.remove(program);
        return compiled;
    }

    /** Looks whether another node published; called every second. */
    public void refresh() {
        shelves.forEach((program, shelf) -> {
            List<Released> now = store.released(program);
            if (!now.equals(shelf.released())) {
                shelves.put(program, shelf(program, now, shelf.compiled()));
            }
        });
    }

    private Shelf shelf(ProgramId program) {
        Shelf shelf = shelves.get(program);
        return shelf != null
                ? shelf
                : shelves.computeIfAbsent(program, p -> shelf(p, store.released(p), new ConcurrentHashMap<>()));
    }

    private Shelf shelf(ProgramId program, List<Released> released, Map<Long, RuleSet> compiled) {
        if (released.isEmpty()) {
            throw new NothingReleased(program);
        }
        return new Shelf(
                released,
                compiled,
                compiled(program, compiled, released.getLast().number()));
    }

    private RuleSet compiled(ProgramId program, Map<Long, RuleSet> compiled, long number) {
        return compiled.computeIfAbsent(
                number, n -> RuleCompiler.compile(n, programs.get(program).zone(), store.files(program, n)));
    }
}
