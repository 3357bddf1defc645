package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.json.JournalJson;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.limit.Draw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A commit on its way, its rows made by the caller's thread so that the committer only sends them. */
final class Pending {

    private final Commit commit;
    private final Rows rows = new Rows();
    private final Set<List<String>> touched = new HashSet<>();
    private final List<Draw> draws = new ArrayList<>();
    private final CompletableFuture<Committed> result = new CompletableFuture<>();

    Pending(JournalJson json, Commit commit) {
        this.commit = commit;
        new JournalRows(json, commit, rows).add();
        new OrderRows(json, commit, rows).add();
        CustomerState before = commit.before();
        if (before != null) {
            checkVersions(before);
            new CustomerRows(commit, before, rows).add();
            PersonRows person = new PersonRows(json, commit, before, rows);
            commit.steps().forEach(person::add);
            touch("customer", before.id().value());
        }
        commit.steps().forEach(this::count);
    }

    Commit commit() {
        return commit;
    }

    Rows rows() {
        return rows;
    }

    CompletableFuture<Committed> result() {
        return result;
    }

    String program() {
        return commit.program().id().value();
    }

    /** What no other commit of the same batch may touch. */
    Set<List<String>> touched() {
        return touched;
    }

    /** What it takes from counters, and gives back, in the order of the grants. */
    List<Draw> draws() {
        return draws;
    }

    private void checkVersions(CustomerState before) {
        long version = before.version();
        for (Commit.Step step : commit.steps()) {
            version++;
            if (step.decision().after().version() != version) {
                throw new IllegalArgumentException("customer " + before.id() + " must become version " + version
                        + ", not " + step.decision().after().version());
            }
        }
    }

    private void count(Commit.Step step) {
        Event event = step.event();
        touched.add(key(event.id()));
        if (step.order() != null) {
            touch("order", step.order().after().orderId());
        }
        commit.checkouts().forEach(change -> touch("checkout", change.id().value()));
        draws.addAll(step.decision().draws());
    }

    /** What an event is unique by. */
    static List<String> key(EventId id) {
        return List.of(id.program().value(), id.source(), id.id());
    }

    private void touch(String kind, String id) {
        touched.add(List.of(kind, id, program(), ""));
    }
}
