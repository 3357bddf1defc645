package io.pelleh.engine.facts;

import io.pelleh.engine.customer.Told;
import io.pelleh.engine.facts.Attribute.Change;
import io.pelleh.engine.facts.Attribute.Flag;
import io.pelleh.engine.facts.Attribute.Numeric;
import io.pelleh.engine.facts.Attribute.Text;
import io.pelleh.engine.facts.Attribute.Unit;
import io.pelleh.engine.lifecycle.Declared;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the attributes that a shop declares for its customers, its baskets and their lines. */
public final class OwnAttributes {

    private OwnAttributes() {}

    /** A number; missing is 0, decimals are rounded down. */
    public static Attribute number(String path, Unit unit) {
        return new Numeric(path, unit, Change.NONE, value(path));
    }

    /** A text; missing is empty. */
    public static Attribute text(String path) {
        return new Text(path, value(path));
    }

    /** Yes or no; anything but {@code true} is no. */
    public static Attribute flag(String path) {
        return new Flag(path, value(path));
    }

    /** What rules of a vocabulary want to be told about customers. */
    public static Declared ofCustomers(Vocabulary vocabulary) {
        Map<String, Function<String, Optional<Told>>> types = new HashMap<>();
        for (Attribute attribute : vocabulary.all()) {
            OwnValue.ofPath(attribute.path())
                    .filter(own -> own.of() == OwnValue.Owner.CUSTOMER)
                    .ifPresent(own -> types.put(own.name(), text -> told(attribute, text)));
        }
        return types.isEmpty() ? Declared.NOTHING : new Declared(types);
    }

    private static Optional<Told> told(Attribute attribute, String text) {
        return switch (attribute) {
            case Numeric n -> OwnValue.parsed(text).map(Told.Whole::new);
            case Flag f ->
                text.equals("true") || text.equals("false")
                        ? Optional.of(new Told.Flag(OwnValue.flag(text)))
                        : Optional.empty();
            case Text t ->
                text.isEmpty() || text.length() > Told.MAX_TEXT ? Optional.empty() : Optional.of(new Told.Text(text));
            case Attribute.Words w -> Optional.empty();
        };
    }

    private static OwnValue value(String path) {
        return OwnValue.ofPath(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "only customers, baskets and items have attributes of a shop's own: " + path));
    }
}
