package io.pelleh.api.flow;

import io.pelleh.api.journal.InternalEvents;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.JournalUnavailable;
import io.pelleh.engine.flow.StillDeciding;
import io.pelleh.engine.flow.StoredAnswer;
import io.pelleh.engine.program.Programs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sends events that one customer's event causes for another through the door until they are applied. The door does so at
 * once; this is for those that a crash or a busy customer left behind, so an event that is there already is done.
 */
public class CausedEvents {

    private static final Logger log = LoggerFactory.getLogger(CausedEvents.class);
    private static final int AT_ONCE = 100;

    private final InternalEvents events;
    private final Programs programs;
    private final Door door;

    public CausedEvents(InternalEvents events, Programs programs, Door door) {
        this.events = events;
        this.programs = programs;
        this.door = door;
    }

    @Scheduled(fixedDelayString = "${pelleh.caused-events.delay:500ms}")
    public void deliver() {
        try {
            events.done(events.waiting(AT_ONCE).stream()
                    .filter(waiting -> apply(waiting.event()))
                    .toList());
        } catch (JournalUnavailable e) {
            log.warn("internal events wait: {}", e.getMessage());
        }
    }

    private boolean apply(Event event) {
        try {
            door.accept(
                    programs.get(event.id().program()), event, (e, decision) -> new StoredAnswer(0, e.digest(), ""));
            return true;
        } catch (StillDeciding e) {
            log.info("internal event {} waits: {}", event.id().id(), e.getMessage());
            return false;
        }
    }
}
