package io.pelleh.rules.rows;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Bought;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.reading.Subject;
import io.pelleh.rules.reading.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An attribute that rows look at, and the number of each text they compare it with: comparing is then comparing longs. */
final class Column {

    /** What a text that no row names is read as. */
    private static final long OTHER = -1;

    private final Attribute attribute;
    private final Subject subject;
    private final Map<String, Long> numbers = new HashMap<>();

    Column(Attribute attribute) {
        this.attribute = attribute;
        this.subject = Subject.of(attribute);
    }

    /** Whether the customer or the basket knows it, not only one line or former purchase. */
    boolean shared() {
        return subject == Subject.CUSTOMER || subject == Subject.BASKET;
    }

    /** Whether a situation has such a value at all. */
    boolean readable(Situation situation) {
        return switch (subject) {
            case CUSTOMER -> true;
            case BASKET -> situation.basket() != null;
            case ITEM -> situation.item() != null;
            case BOUGHT -> situation instanceof Bought;
        };
    }

    boolean words() {
        return attribute instanceof Attribute.Words;
    }

    /** The number a constant is compared as; given out while rows are read. */
    long number(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> number;
            case Value.Truth(boolean yes) -> yes ? 1 : 0;
            case Value.Word(String text) -> numbers.computeIfAbsent(text, t -> (long) numbers.size());
        };
    }

    /** The value in a situation; not for words. */
    long read(Situation situation) {
        return switch (attribute) {
            case Attribute.Numeric n -> n.read().applyAsLong(situation);
            case Attribute.Text t -> known(t.read().apply(situation));
            case Attribute.Flag f -> f.read().test(situation) ? 1 : 0;
            case Attribute.Words w -> OTHER;
        };
    }

    /** The words of a situation that rows know. */
    long[] readWords(Situation situation) {
        List<String> words = attribute instanceof Attribute.Words w ? w.read().apply(situation) : List.of();
        return words.stream()
                .distinct()
                .mapToLong(this::known)
                .filter(n -> n != OTHER)
                .toArray();
    }

    private long known(String text) {
        @Nullable Long number = numbers.get(text);
        return number == null ? OTHER : number;
    }
}
