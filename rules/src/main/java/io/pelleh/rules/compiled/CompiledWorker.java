package io.pelleh.rules.compiled;

import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.rules.match.Scene;
import io.pelleh.rules.reading.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** Runs compiled rules in a session that lives long and is empty between scenes. */
public final class CompiledWorker {

    private static final int MAX_FIRINGS = 10_000;

    /**
     * Scenes of one session. A rule with a single condition leaves its match in the session after its fact is gone
     * (Drools 10.1: a match below an AlphaTerminalNode is never taken off the dormant ones), about 300 bytes each.
     */
    private static final int MAX_SCENES = 1_000;

    private final KieSession session;
    private final Set<Subject> facts;
    private final Joins joins;
    private final Sink sink;
    private final List<FactHandle> inserted = new ArrayList<>();
    private int scenes;

    CompiledWorker(KieSession session, Set<Subject> facts, Joins joins, Sink sink) {
        this.session = session;
        this.facts = facts;
        this.joins = joins;
        this.sink = sink;
        session.setGlobal("sink", sink);
    }

    /**
     * Finds the rules that hold.
     *
     * @throws EvaluationFailed when too many do, or it would take or takes too long
     */
    public void run(Scene scene) {
        joins.check(scene);
        scenes++;
        sink.turnTo(scene);
        show(scene);
        if (session.fireAllRules(MAX_FIRINGS) >= MAX_FIRINGS) {
            throw new EvaluationFailed("rules held more than " + MAX_FIRINGS + " times");
        }
        for (int i = 0; i < inserted.size(); i++) {
            session.delete(inserted.get(i));
        }
        inserted.clear();
        sink.turnTo(null);
    }

    private void show(Scene scene) {
        if (facts.contains(Subject.CUSTOMER)) {
            show(scene.base().customer());
        }
        if (facts.contains(Subject.BASKET)) {
            show(scene.basket());
        }
        if (facts.contains(Subject.ITEM)) {
            showAll(scene.items());
        }
        if (facts.contains(Subject.BOUGHT)) {
            showAll(scene.bought());
        }
    }

    private void showAll(List<?> all) {
        for (int i = 0; i < all.size(); i++) {
            show(all.get(i));
        }
    }

    private void show(@Nullable Object fact) {
        if (fact != null) {
            inserted.add(session.insert(fact));
        }
    }

    /** Whether it may go on: nothing of the last scene is left, and little of all before. */
    public boolean clean() {
        return scenes < MAX_SCENES && session.getFactCount() == 0;
    }

    /** Ends it. */
    public void close() {
        session.dispose();
    }
}
