package io.pelleh.api.imports;

import io.pelleh.api.imports.Assembly.Late;
import io.pelleh.api.imports.Assembly.Made;
import io.pelleh.api.imports.Assembly.Source;
import io.pelleh.api.imports.JobRows.Run;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.AmountTooLarge;
import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening.OrderPlaced;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.JournalRefused;
import io.pelleh.engine.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings rows that are applied together through the door, and says which of them cannot be. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Door door;
    private final Stores stores;
    private final Run run;
    private final Program program;
    private final Giving giving;

    Delivery(Door door, Stores stores, Run run, Program program) {
        this.door = door;
        this.stores = stores;
        this.run = run;
        this.program = program;
        this.giving = run.job().plan().mapping().points() ? Giving.POINTS : Giving.NOTHING;
    }

    /** Applies the events of one customer, or of guests; returns rows that were refused, all but those of {@code made}. */
    List<Late> bring(Made made) {
        List<Event> events = made.events().stream().map(Source::event).toList();
        try {
            int added = door.history(program, events, giving);
            return added == events.size() ? List.of() : ofOthers(made.events());
        } catch (JournalRefused | AmountTooLarge | EvaluationFailed | ArithmeticException e) {
            LOG.info("Rows of import {} are tried one by one: {}", run.job().id(), e.getMessage());
            return oneByOne(made.events());
        }
    }

    /** Finds out which events fail, and leaves them out; the rest ends as if they had never been there. */
    private List<Late> oneByOne(List<Source> sources) {
        List<Late> refused = new ArrayList<>();
        List<Source> good = new ArrayList<>();
        for (Source source : sources) {
            String reason = failure(source.event());
            if (reason == null) {
                good.add(source);
            } else {
                refused.add(new Late(source.rows(), reason));
            }
        }
        door.history(program, good.stream().map(Source::event).toList(), giving);
        refused.addAll(ofOthers(good));
        return refused;
    }

    private @Nullable String failure(Event event) {
        try {
            door.historyPart(program, event, giving);
            return null;
        } catch (AmountTooLarge | ArithmeticException e) {
            return "amount_too_large";
        } catch (JournalRefused e) {
            LOG.warn(
                    "Event {} of import {} cannot be kept",
                    event.id().id(),
                    run.job().id(),
                    e);
            return "cannot_be_kept";
        } catch (EvaluationFailed e) {
            LOG.warn(
                    "Event {} of import {} breaks the rules",
                    event.id().id(),
                    run.job().id(),
                    e);
            return "rules_failed";
        }
    }

    /** Orders that are on file for somebody else: their rows brought nobody anything. */
    private List<Late> ofOthers(List<Source> sources) {
        Map<String, Source> orders = new LinkedHashMap<>();
        for (Source source : sources) {
            if (source.event().happening() instanceof OrderPlaced placed) {
                orders.put(placed.orderId(), source);
            }
        }
        List<Late> refused = new ArrayList<>();
        stores.orders().buyers(program.id(), orders.keySet()).forEach((order, buyer) -> {
            Source source = Objects.requireNonNull(orders.get(order));
            if (!same(buyer, source.event().subject().customer())) {
                refused.add(new Late(source.rows(), "order_of_another_customer"));
            }
        });
        return refused;
    }

    private boolean same(Optional<CustomerId> buyer, @Nullable CustomerId named) {
        Optional<CustomerId> customer = Optional.ofNullable(named);
        return buyer.equals(customer)
                || (buyer.isPresent()
                        && customer.isPresent()
                        && survivor(buyer.get()).equals(survivor(customer.get())));
    }

    private CustomerId survivor(CustomerId customer) {
        return door.view(program, customer).map(state -> state.id()).orElse(customer);
    }
}
