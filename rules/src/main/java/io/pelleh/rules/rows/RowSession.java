package io.pelleh.rules.rows;

import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.rules.match.Matches;
import io.pelleh.rules.match.Scene;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Runs a table in a session that lives long: its rows stay in, and so does a probe for each key once shown. Showing it
 * again is an update, which costs less than half the garbage of inserting and deleting it; a probe that is not shown
 * fires nothing, whatever it matched before.
 */
final class RowSession implements RowWorker, Lookout.Listener {

    private static final int MAX_FIRINGS = 100_000;

    private final KieSession session;
    private final Lookout lookout;
    private final Matches matches;
    private final Probe[] probes;
    private final List<Probe> shown = new ArrayList<>();
    private final @Nullable FactHandle[] handles;
    private long facts;

    RowSession(Table table, KieBase base, Matches matches) {
        this.session = base.newKieSession();
        this.lookout = new Lookout(table);
        this.matches = matches;
        this.probes = new Probe[table.shelves().size()];
        this.handles = new @Nullable FactHandle[table.shelves().size()];
        table.shelves().forEach(session::insert);
        session.fireAllRules();
        this.facts = session.getFactCount();
    }

    @Override
    public void run(Scene scene) {
        lookout.look(scene, this);
        for (int i = 0; i < shown.size(); i++) {
            show(shown.get(i));
        }
        if (session.fireAllRules(MAX_FIRINGS) >= MAX_FIRINGS) {
            throw new EvaluationFailed("more than " + MAX_FIRINGS + " rows of a table held at once");
        }
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).clear();
        }
        shown.clear();
        lookout.leave();
    }

    private void show(Probe probe) {
        FactHandle handle = handles[probe.key().number()];
        if (handle == null) {
            handles[probe.key().number()] = session.insert(probe);
            facts++;
        } else {
            session.update(handle, probe);
        }
    }

    @Override
    public void shown(Key key, Reading reading) {
        Probe probe = probes[key.number()];
        if (probe == null) {
            probe = new Probe(key, matches);
            probes[key.number()] = probe;
        }
        if (probe.add(reading)) {
            shown.add(probe);
        }
    }

    @Override
    public boolean clean() {
        return session.getFactCount() == facts;
    }

    @Override
    public void close() {
        session.dispose();
    }
}
