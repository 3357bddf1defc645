package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Attribute;
import java.util.Optional;

/** What a pattern of a rule looks at. */
public enum Subject {
    CUSTOMER("Customer"),
    BASKET("Basket"),
    ITEM("Item"),
    BOUGHT("Bought");

    private final String type;

    Subject(String type) {
        this.type = type;
    }

    /** The name of the fact in rules. */
    public String type() {
        return type;
    }

    /** First word of the paths of its attributes. */
    String word() {
        return type.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + type.substring(1);
    }

    static Optional<Subject> of(String type) {
        for (Subject subject : values()) {
            if (subject.type.equals(type)) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }

    /** Whose attribute it is. */
    public static Subject of(Attribute attribute) {
        for (Subject subject : values()) {
            if (subject.word().equals(attribute.subject())) {
                return subject;
            }
        }
        throw new IllegalStateException("no fact has the attribute " + attribute.path());
    }

    /** Whether a fact of this kind also shows the attributes of {@code other}. */
    public boolean shows(Subject other) {
        return other == this || other == CUSTOMER || (this == ITEM && other == BASKET);
    }
}
