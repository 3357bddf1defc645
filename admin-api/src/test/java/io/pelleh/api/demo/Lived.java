package io.pelleh.api.demo;

import io.pelleh.engine.checkout.OrderChange;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Event.Origin;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening.TimePassed;
import io.pelleh.engine.event.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Where stories lead by given rules: decided in memory, event by event. */
final class Lived {

    private final RuleSet rules;

    Lived(RuleSet rules) {
        this.rules = rules;
    }

    CustomerState through(Story story, Instant now) {
        CustomerState state =
                CustomerState.unseen(story.customer(), story.events().getFirst().occurredAt());
        Map<String, OrderOnFile> orders = new HashMap<>();
        for (Event event : story.events()) {
            state = next(state, event, orders);
        }
        return next(state, passed(story, now), orders);
    }

    private CustomerState next(CustomerState state, Event event, Map<String, OrderOnFile> orders) {
        Inputs inputs = Inputs.of(orders.get(event.happening().order()), Set.of());
        Decider.Decided decided = Decider.decide(
                new Question(Shop.PROGRAM, state, false, event, inputs, rules, event.occurredAt(), Giving.POINTS));
        OrderChange order = decided.order();
        if (order != null) {
            orders.put(order.after().orderId(), order.after());
        }
        return decided.decision().after();
    }

    private static Event passed(Story story, Instant now) {
        EventId id = new EventId(Shop.PROGRAM.id(), "time", story.customer().value());
        return new Event(
                id, "time.passed", Subject.of(story.customer()), now, Origin.INTERNAL, "", new TimePassed(now));
    }
}
