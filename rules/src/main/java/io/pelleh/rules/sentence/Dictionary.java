package io.pelleh.rules.sentence;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.guided.GuidedRule.Wish;
import io.pelleh.rules.guided.Node.Test;
import io.pelleh.rules.vocabulary.Operator;
import io.pelleh.rules.vocabulary.Parameter;
import io.pelleh.rules.vocabulary.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every sentence of the vocabulary in one language. */
public final class Dictionary {

    /** Sentences without a gap, and what each one sets. */
    private static final Map<String, Map.Entry<String, String>> YES = Map.of(
            "exclusive", Map.entry("exclusive", "yes"),
            "onReturn", Map.entry("onReturn", "claw_back"),
            "onReturn keep_uses", Map.entry("onReturn", "keep_uses"));

    private static final Map<String, Slot> FRAME = frame();

    private final List<Said> conditions = new ArrayList<>();
    private final List<Asked> effects = new ArrayList<>();
    private final Map<String, Sentence> frames = new LinkedHashMap<>();

    /** A sentence about an attribute; {@code value} is what yes or no stands for, else empty. */
    public record Said(Sentence sentence, Attribute attribute, Operator operator, String value) {}

    /** A sentence that asks for an effect. */
    public record Asked(Sentence sentence, Verb verb) {}

    private Dictionary() {}

    public static Dictionary of(Language language, Vocabulary vocabulary) {
        Dictionary dictionary = new Dictionary();
        vocabulary.entries().forEach(entry -> dictionary.add(language, entry));
        for (Verb verb : Verb.all()) {
            String template = money(language, verb, language.of(verb.wording().phrase()));
            dictionary.effects.add(new Asked(new Sentence(template, slots(verb, template), false), verb));
        }
        YES.keySet().stream()
                .sorted()
                .forEach(name ->
                        dictionary.frames.put(name, new Sentence(FrameWords.of(language, name), List.of(), false)));
        FRAME.forEach((name, slot) ->
                dictionary.frames.put(name, new Sentence(FrameWords.of(language, name), List.of(slot), false)));
        return dictionary;
    }

    private static Map<String, Slot> frame() {
        Map<String, Slot> slots = new LinkedHashMap<>();
        slots.put("campaign", Slot.TEXT);
        slots.put("lane", Slot.TEXT);
        slots.put("priority", Slot.NUMBER);
        slots.put("limit", Slot.NUMBER);
        slots.put("limitPerCustomer", Slot.NUMBER);
        slots.put("budget", Slot.NUMBER);
        slots.put("limits", Slot.TEXT);
        slots.put("excludes", Slot.TEXT);
        slots.put("atMost", Slot.NUMBER);
        slots.put("piecesPerLine", Slot.NUMBER);
        slots.put("groupsOf", Slot.NUMBER);
        slots.put("minPieces", Slot.NUMBER);
        slots.put("minTotal", Slot.NUMBER);
        slots.put("validFrom", Slot.DATE);
        slots.put("validBefore", Slot.DATE);
        return slots;
    }

    private void add(Language language, Vocabulary.Entry entry) {
        Attribute attribute = entry.attribute();
        if (attribute instanceof Attribute.Flag) {
            conditions.add(new Said(Conditions.flag(language, entry, true), attribute, Operator.EQUAL, "true"));
            conditions.add(new Said(Conditions.flag(language, entry, false), attribute, Operator.EQUAL, "false"));
            return;
        }
        for (Operator operator : Operator.fitting(attribute)) {
            conditions.add(new Said(Conditions.sentence(language, entry, operator), attribute, operator, ""));
        }
    }

    /** Behind money its currency may stand. */
    private static String money(Language language, Verb verb, String template) {
        String worded = template;
        for (Parameter parameter : verb.parameters()) {
            if (parameter.type() == Parameter.Type.MONEY) {
                String gap = "{" + parameter.name() + "}";
                worded = worded.replace(gap, gap + (language == Language.ENGLISH ? "[ rial]" : "[ ریال]"));
            }
        }
        return worded;
    }

    private static List<Slot> slots(Verb verb, String template) {
        return new Sentence(
                        template,
                        java.util.Collections.nCopies(verb.parameters().size(), Slot.TEXT),
                        false)
                .gaps().stream().map(gap -> Slot.of(parameter(verb, gap))).toList();
    }

    private static Parameter parameter(Verb verb, String name) {
        return verb.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(verb.name() + " has no " + name));
    }

    /** Sentences that can stand in {@code when}. */
    public List<Said> conditions() {
        return List.copyOf(conditions);
    }

    /** Sentences that can stand in {@code then}. */
    public List<Asked> effects() {
        return List.copyOf(effects);
    }

    /** Sentences that can stand between the name of a rule and {@code when}, by what they set. */
    public Map<String, Sentence> frames() {
        return new LinkedHashMap<>(frames);
    }

    Optional<Test> condition(String line, String spot) {
        for (Said said : conditions) {
            Optional<List<String>> values = said.sentence().read(line);
            if (values.isPresent()) {
                List<String> given = said.value().isEmpty() ? values.get() : List.of(said.value());
                return Optional.of(new Test(said.attribute().path(), said.operator(), given, "", spot));
            }
        }
        return Optional.empty();
    }

    Optional<Wish> effect(String line, String spot) {
        for (Asked asked : effects) {
            Optional<List<String>> values = asked.sentence().read(line);
            if (values.isPresent()) {
                List<String> gaps = asked.sentence().gaps();
                List<String> ordered = asked.verb().parameters().stream()
                        .map(parameter -> values.get().get(gaps.indexOf(parameter.name())))
                        .toList();
                return Optional.of(new Wish(asked.verb().name(), ordered, spot));
            }
        }
        return Optional.empty();
    }

    /** Name and value of what a line above {@code when} sets. */
    Optional<Map.Entry<String, String>> frame(String line) {
        for (Map.Entry<String, Sentence> frame : frames.entrySet()) {
            Optional<List<String>> value = frame.getValue().read(line);
            if (value.isPresent()) {
                Map.Entry<String, String> said = YES.get(frame.getKey());
                return Optional.of(
                        said == null ? Map.entry(frame.getKey(), value.get().getFirst()) : said);
            }
        }
        return Optional.empty();
    }
}
