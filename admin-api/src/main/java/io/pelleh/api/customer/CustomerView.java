package io.pelleh.api.customer;

import io.pelleh.api.decision.CustomerJson;
import io.pelleh.api.decision.DecisionJson;
import io.pelleh.api.journal.Timeline;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.PersonalData;
import io.pelleh.engine.facts.Customer;
import io.pelleh.engine.facts.Moment;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A customer as JSON. */
final class CustomerView {

    private CustomerView() {}

    /** Standing, metrics and points at an instant, inside an object that is already open. */
    static void state(JsonGenerator json, Program program, CustomerState state, Instant at) {
        json.writeStringProperty("id", state.id().value());
        json.writeNumberProperty("version", state.version());
        json.writeStringProperty("asOf", at.toString());
        CustomerId survivor = state.fate().mergedInto();
        text(json, "mergedInto", survivor == null ? null : survivor.value());
        CustomerJson.standing(json, state.standing());
        json.writeNumberProperty("release", state.standing().release());
        metrics(json, new Customer(state, Moment.of(program, at, "view", false)));
        json.writeObjectPropertyStart("attributes");
        new TreeMap<>(state.history().told()).forEach((name, told) -> json.writeStringProperty(name, told.text()));
        json.writeEndObject();
        json.writeObjectPropertyStart("points");
        json.writeNumberProperty("active", state.wallet().active(at));
        json.writeNumberProperty("pending", state.wallet().pending(at));
        json.writeNumberProperty("debt", state.wallet().debt());
        json.writeEndObject();
    }

    private static void metrics(JsonGenerator json, Customer customer) {
        json.writeObjectPropertyStart("metrics");
        json.writeBooleanProperty("member", customer.isMember());
        purchases(json, customer);
        age(json, "recencyDays", customer.getRecencyDays());
        age(json, "knownDays", customer.getKnownDays());
        age(json, "inactiveDays", customer.getInactiveDays());
        json.writeNumberProperty("directInteractions", customer.getDirectInteractions());
        json.writeNumberProperty("indirectInteractions", customer.getIndirectInteractions());
        json.writeNumberProperty("quotes", customer.getQuotes());
        json.writeNumberProperty("reviews", customer.getReviews());
        json.writeNumberProperty("socialEngagements", customer.getSocialEngagements());
        json.writeNumberProperty("referralsMade", customer.getReferralsMade());
        json.writeNumberProperty("referralsConverted", customer.getReferralsConverted());
        if (customer.getNps() < 0) {
            json.writeNullProperty("nps");
        } else {
            json.writeNumberProperty("nps", customer.getNps());
        }
        json.writeEndObject();
    }

    private static void purchases(JsonGenerator json, Customer customer) {
        json.writeNumberProperty("orders", customer.getOrders());
        json.writeNumberProperty("orders30", customer.getOrders30());
        json.writeNumberProperty("orders90", customer.getOrders90());
        json.writeNumberProperty("orders180", customer.getOrders180());
        json.writeNumberProperty("orders365", customer.getOrders365());
        json.writeNumberProperty("spent", customer.getSpent());
        json.writeNumberProperty("spent30", customer.getSpent30());
        json.writeNumberProperty("spent90", customer.getSpent90());
        json.writeNumberProperty("spent180", customer.getSpent180());
        json.writeNumberProperty("spent365", customer.getSpent365());
        json.writeNumberProperty("averageOrder", customer.getAverageOrder());
    }

    /** The age of what never happened is {@code null}. */
    private static void age(JsonGenerator json, String name, long days) {
        if (days == Customer.NEVER) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, days);
        }
    }

    static void entry(JsonGenerator json, Timeline.Entry entry) {
        Event event = entry.event();
        json.writeStartObject();
        json.writeNumberProperty("version", entry.version());
        json.writeStringProperty("source", event.id().source());
        json.writeStringProperty("eventId", event.id().id());
        json.writeStringProperty("type", event.type());
        json.writeStringProperty("origin", event.origin().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("occurredAt", event.occurredAt().toString());
        DecisionJson.members(json, entry.decision());
        json.writeEndObject();
    }

    static void person(JsonGenerator json, PersonalData person) {
        json.writeObjectPropertyStart("person");
        text(json, "name", person.name());
        text(json, "phone", person.phone());
        text(json, "email", person.email());
        text(json, "gender", person.gender());
        text(json, "city", person.city());
        text(
                json,
                "birthDate",
                person.birthDate() == null ? null : person.birthDate().toString());
        text(json, "locale", person.locale());
        json.writeObjectPropertyStart("attributes");
        for (Map.Entry<String, String> attribute : person.attributes().entrySet()) {
            json.writeStringProperty(attribute.getKey(), attribute.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    static void text(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }
}
