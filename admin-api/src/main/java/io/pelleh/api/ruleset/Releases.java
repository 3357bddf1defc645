package io.pelleh.api.ruleset;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.ruleset.ReleaseStore.Canary;
import io.pelleh.api.ruleset.ReleaseStore.Released;
import io.pelleh.api.ruleset.ReleaseStore.State;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.RuleSets;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.engine.program.Programs;
import io.pelleh.rules.Edition;
import io.pelleh.rules.RuleCompiler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The releases of every program, compiled; what is in force is a single reference. */
public final class Releases implements RuleSets {

    private final Ports ports;
    private final RuleCompiler compiler = new RuleCompiler();
    private final Map<ProgramId, Shelf> shelves = new ConcurrentHashMap<>();
    private final Map<ProgramId, Compiled> compiled = new ConcurrentHashMap<>();

    /** What releases need from outside. */
    public record Ports(ReleaseStore store, Programs programs, Nodes nodes) {}

    public Releases(Ports ports) {
        this.ports = ports;
    }

    @Override
    public RuleSet inForce(ProgramId program) {
        return shelf(program).inForce();
    }

    @Override
    public RuleSet inForce(ProgramId program, String unit) {
        return shelf(program).now(unit);
    }

    @Override
    public RuleSet inForceAt(ProgramId program, Instant at) {
        Shelf shelf = shelf(program);
        return at.isBefore(shelf.settledAt()) ? old(program, shelf.at(null, at)) : shelf.inForce();
    }

    @Override
    public RuleSet inForceAt(ProgramId program, String unit, Instant at) {
        Shelf shelf = shelf(program);
        return at.isBefore(shelf.settledAt()) ? old(program, shelf.at(unit, at)) : shelf.now(unit);
    }

    /**
     * A release, whether it is in force or not.
     *
     * @throws Refused when the program has no such release
     */
    public RuleSet release(ProgramId program, long number) {
        return old(program, find(program, number).number());
    }

    private RuleSet old(ProgramId program, long number) {
        Shelf shelf = shelves.get(program);
        if (shelf != null && shelf.inForce().release() == number) {
            return shelf.inForce();
        }
        return compiled.computeIfAbsent(program, p -> new Compiled())
                .get(number, n -> compile(program, find(program, n).edition(), files(program, n)));
    }

    /** All releases of a program, by number. */
    public List<Released> all(ProgramId program) {
        return ports.store().all(program);
    }

    /** @throws Refused when the program has no such release */
    public Released find(ProgramId program, long number) {
        return all(program).stream()
                .filter(release -> release.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refused(Code.RELEASE_NOT_FOUND, "there is no release " + number));
    }

    /** The newest release for all and its files, as they are kept: this node may come to load it a moment later. */
    public Files newest(ProgramId program) {
        List<Released> history = Shelf.history(all(program));
        if (history.isEmpty()) {
            throw new NothingReleased(program);
        }
        long number = history.getLast().number();
        return new Files(number, files(program, number));
    }

    /** A release's number and its files by path. */
    public record Files(long number, Map<String, byte[]> files) {}

    /** The files of a release by path; none when there is no such release. */
    public Map<String, byte[]> files(ProgramId program, long number) {
        return ports.store().files(program, number);
    }

    /** One file as some release had it, by its SHA-256 in hex. */
    public Optional<byte[]> file(ProgramId program, String path, String sha256) {
        return ports.store().file(program, path, sha256);
    }

    /** What the nodes made of releases. */
    public Nodes nodes() {
        return ports.nodes();
    }

    /** The canary that decides for some, or null. */
    public @Nullable Released canary(ProgramId program) {
        return Shelf.running(all(program));
    }

    /**
     * Compiles files as they would be released next; what is compiled already is not compiled again.
     *
     * @throws io.pelleh.rules.reading.RulesRejected with every problem found
     */
    public RuleSet preview(ProgramId program, Map<String, byte[]> files) {
        Released base = Shelf.history(all(program)).getLast();
        return compile(program, next(program, base, files), files);
    }

    private RuleSet compile(ProgramId program, Edition edition, Map<String, byte[]> files) {
        return compiler.compile(edition, ports.programs().get(program).zone(), files);
    }

    private Edition next(ProgramId program, Released base, Map<String, byte[]> files) {
        Edition.Files was = new Edition.Files(files(program, base.number()));
        return base.edition().next(base.number() + 1, was, new Edition.Files(files));
    }

    /**
     * Compiles files aside and releases them, in force at once: here when this returns, elsewhere within a second.
     *
     * @param along runs in the transaction that keeps the release, with its number
     * @throws io.pelleh.rules.reading.RulesRejected with every problem found; nothing is released
     * @throws ReleaseNumberTaken when another release came first
     */
    public Released publish(Publication publication, LongConsumer along) {
        ProgramId program = publication.program();
        Edition edition = edition(publication);
        RuleSet rules = compile(program, edition, publication.files());
        Released release = released(publication, edition);
        ports.store().keep(program, release, publication.files(), () -> along.accept(release.number()));
        compiled.computeIfAbsent(program, p -> new Compiled()).put(rules);
        refresh(program);
        return release;
    }

    private Edition edition(Publication publication) {
        ProgramId program = publication.program();
        List<Released> all = all(program);
        List<Released> history = Shelf.history(all);
        long base = history.isEmpty() ? 0 : history.getLast().number();
        long number = all.isEmpty() ? 1 : all.getLast().number() + 1;
        if (base != publication.base()) {
            throw new ReleaseNumberTaken(program, base, null);
        }
        return history.isEmpty()
                ? Edition.first(number)
                : history.getLast()
                        .edition()
                        .next(number, new Edition.Files(files(program, base)), new Edition.Files(publication.files()));
    }

    private Released released(Publication publication, Edition edition) {
        Program known = ports.programs().get(publication.program());
        Instant now = ports.programs().now(known);
        Integer share = publication.share();
        return new Released(
                edition.release(),
                share == null ? State.RELEASED : State.CANARY,
                share == null ? now : null,
                publication.signed(),
                edition,
                share == null ? null : new Canary(share, now, null),
                publication.origin(),
                now);
    }

    /**
     * Ends a canary: it decides for all from now on, or for nobody.
     *
     * @param along runs in the same transaction
     * @return false when it was no running canary any more
     */
    public boolean settle(ProgramId program, Released canary, State state, Runnable along) {
        Instant now = ports.programs().now(ports.programs().get(program));
        boolean settled = state == State.RELEASED
                ? ports.store().promote(program, canary.number(), now, along)
                : ports.store().abort(program, canary.number(), now, along);
        refresh(program);
        return settled;
    }

    private Shelf shelf(ProgramId program) {
        Shelf shelf = shelves.get(program);
        return shelf != null ? shelf : first(program);
    }

    private synchronized Shelf first(ProgramId program) {
        Shelf shelf = shelves.get(program);
        return shelf != null ? shelf : refresh(program);
    }

    /**
     * Reads a program's releases and swaps what is in force, in one write.
     *
     * @throws RuntimeException when the newest cannot be loaded: the old one stays in force
     */
    synchronized Shelf refresh(ProgramId program) {
        List<Released> all = all(program);
        List<Released> history = Shelf.history(all);
        if (history.isEmpty()) {
            throw new NothingReleased(program);
        }
        RuleSet inForce = load(program, history.getLast());
        Released running = Shelf.running(all);
        RuleSet canary = running == null ? null : load(program, running);
        Shelf shelf = Shelf.of(program, all, inForce, canary);
        shelves.put(program, shelf);
        return shelf;
    }

    private RuleSet load(ProgramId program, Released release) {
        Shelf shelf = shelves.get(program);
        if (shelf != null && shelf.inForce().release() == release.number()) {
            return shelf.inForce();
        }
        try {
            RuleSet rules = old(program, release.number());
            ports.nodes().loaded(program, release.number());
            return rules;
        } catch (RuntimeException | LinkageError e) {
            ports.nodes().failed(program, release.number(), String.valueOf(e.getMessage()));
            throw e;
        }
    }
}
