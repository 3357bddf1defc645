package io.pelleh.api.demo;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Event.Origin;
import java.util.List;

/** Everything that happened to one customer of the demo shop, oldest first; the past first, then the last day. */
record Story(CustomerId customer, List<Event> events) {

    Story {
        events = List.copyOf(events);
    }

    List<Event> past() {
        return of(Origin.HISTORIC);
    }

    List<Event> lastDay() {
        return of(Origin.LIVE);
    }

    private List<Event> of(Origin origin) {
        return events.stream().filter(event -> event.origin() == origin).toList();
    }
}
