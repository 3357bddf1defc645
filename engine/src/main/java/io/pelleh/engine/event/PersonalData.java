package io.pelleh.engine.event;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a person. It goes to the person store only: never into the journal, a decision, a stored answer or a
 * log. A null field says nothing and leaves what is known.
 */
public record PersonalData(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String gender,
        @Nullable String city,
        @Nullable LocalDate birthDate,
        @Nullable String locale,
        Map<String, String> attributes) {

    public PersonalData {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String toString() {
        return "PersonalData[…]";
    }
}
