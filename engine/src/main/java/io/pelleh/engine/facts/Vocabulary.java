package io.pelleh.engine.facts;

import io.pelleh.engine.customer.Rung;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one place that says which attributes rules may look at: the built-in ones and those that a shop declared. */
public final class Vocabulary {

    private static final Vocabulary BUILT_IN = new Vocabulary(builtInEntries());

    private final Map<String, Entry> entries;

    private Vocabulary(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** An attribute, how people speak of it, and its values. */
    public record Entry(Attribute attribute, Wording wording, Choices choices) {}

    /** What every program has. */
    public static Vocabulary builtIn() {
        return BUILT_IN;
    }

    private static Map<String, Entry> builtInEntries() {
        Map<String, Wording> words = Words.read();
        Map<String, Entry> entries = new LinkedHashMap<>();
        BuiltIn.attributes().forEach((path, attribute) -> {
            Wording wording = words.get(path);
            if (wording == null) {
                throw new IllegalStateException("words.txt lacks " + path);
            }
            entries.put(path, new Entry(attribute, wording, choices(path)));
        });
        return entries;
    }

    private static Choices choices(String path) {
        return switch (path) {
            case "customer.rung" ->
                Choices.of(Arrays.stream(Rung.values()).map(Rung::name).toList());
            case "customer.tier" -> Choices.TIERS;
            case "customer.segment", "customer.segments", "customer.enteredSegment" -> Choices.SEGMENTS;
            default -> Choices.ANY;
        };
    }

    /** The same with what a shop declared, which never replaces anything built in. */
    public Vocabulary with(List<Entry> own) {
        Map<String, Entry> all = new LinkedHashMap<>(entries);
        own.forEach(entry -> all.putIfAbsent(entry.attribute().path(), entry));
        return new Vocabulary(all);
    }

    /** The attribute with this path, for example {@code customer.tier}. */
    public Optional<Attribute> find(String path) {
        return entry(path).map(Entry::attribute);
    }

    /** The attribute with this path, with its words and values. */
    public Optional<Entry> entry(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /** Every attribute, grouped by subject. */
    public Collection<Attribute> all() {
        return entries.values().stream().map(Entry::attribute).toList();
    }

    /** Every attribute with its words and values, those of the shop last. */
    public Collection<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** The value that a path shows in a situation, as text for people; empty when nothing has that path. */
    public static String actual(String path, Situation situation) {
        return OwnValue.ofPath(path)
                .map(own -> own.apply(situation))
                .or(() -> BUILT_IN.find(path).map(attribute -> attribute.text(situation)))
                .orElse("");
    }
}
