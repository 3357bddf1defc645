package io.pelleh.engine.lifecycle;

import io.pelleh.engine.customer.Told;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening.ContactIdentified;
import io.pelleh.engine.event.PersonalData;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The names under which a release wants to be told about customers, and what becomes of a value: empty where it is no value
 * of its type. Whatever has another name goes to the person store only.
 */
public record Declared(Map<String, Function<String, Optional<Told>>> types) {

    /** Nothing is declared. */
    public static final Declared NOTHING = new Declared(Map.of());

    public Declared {
        types = Map.copyOf(types);
    }

    /** The event as it may be kept: of what was told about the customer only what is declared. */
    public Event kept(Event event) {
        return event.happening() instanceof ContactIdentified contact
                ? event.saying(new ContactIdentified(contact.person(), among(contact)))
                : event;
    }

    private Map<String, String> among(ContactIdentified contact) {
        Map<String, String> told = new HashMap<>(contact.told());
        PersonalData person = contact.person();
        if (person != null) {
            told.putAll(person.attributes());
        }
        told.keySet().retainAll(types.keySet());
        return told;
    }

    /** What is known once a contact told more; an empty value forgets, and so does a name that is not declared any more. */
    Map<String, Told> after(Map<String, Told> known, ContactIdentified contact) {
        if (types.isEmpty() && known.isEmpty()) {
            return known;
        }
        Map<String, Told> next = new TreeMap<>(known);
        next.keySet().retainAll(types.keySet());
        among(contact).forEach((name, text) -> {
            Function<String, Optional<Told>> type = types.get(name);
            if (type != null) {
                type.apply(text).ifPresentOrElse(value -> next.put(name, value), () -> next.remove(name));
            }
        });
        return next;
    }
}
