package io.pelleh.engine.facts;

import io.pelleh.engine.facts.Attribute.Change;
import io.pelleh.engine.facts.Attribute.Flag;
import io.pelleh.engine.facts.Attribute.Numeric;
import io.pelleh.engine.facts.Attribute.Text;
import io.pelleh.engine.facts.Attribute.Unit;

/** Makes the attributes that a shop declares for its baskets and their lines. */
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

    private static OwnValue value(String path) {
        return OwnValue.ofPath(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "only baskets and items have attributes of a shop's own: " + path));
    }
}
