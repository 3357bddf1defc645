package io.pelleh.api.journal.mysql;

import io.pelleh.engine.event.Event;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.flow.StoredAnswer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which events of some commits are in the journal already, and with which answer. */
final class Repeats {

    private static final ByKeys EVENTS = new ByKeys(
            "SELECT journal.program, source, event_id, " + Reads.ANSWER + " WHERE",
            List.of("journal.program", "source", "event_id"),
            "");

    private final Map<List<String>, StoredAnswer> known = new HashMap<>();

    private Repeats() {}

    static Repeats among(Connection connection, Collection<Pending> candidates) throws SQLException {
        TreeSet<List<String>> keys = new TreeSet<>(Admission::compare);
        for (Pending pending : candidates) {
            pending.commit()
                    .steps()
                    .forEach(step -> keys.add(Pending.key(step.event().id())));
        }
        Repeats repeats = new Repeats();
        EVENTS.each(
                connection,
                keys,
                row -> repeats.known.put(
                        List.of(row.getString(1), row.getString(2), row.getString(3)), Reads.answer(row)));
        return repeats;
    }

    /**
     * The outcome of a commit some of whose events are there: a repeat when all that the sender sent is, else a clash.
     */
    Optional<Committed> of(Pending pending) {
        List<Event> events =
                pending.commit().steps().stream().map(Commit.Step::event).toList();
        if (events.stream().noneMatch(this::isKnown)) {
            return Optional.empty();
        }
        StoredAnswer answer = known.get(Pending.key(events.getLast().id()));
        boolean all = events.stream().allMatch(event -> event.origin() == Event.Origin.INTERNAL || isKnown(event));
        return Optional.of(answer != null && all ? new Committed.Repeat(answer) : new Committed.Clash());
    }

    private boolean isKnown(Event event) {
        return known.containsKey(Pending.key(event.id()));
    }
}
