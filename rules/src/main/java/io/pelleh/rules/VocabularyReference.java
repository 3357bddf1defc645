package io.pelleh.rules;

import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Choices;
import io.pelleh.engine.facts.Vocabulary.Entry;
import io.pelleh.rules.sentence.Dictionary;
import io.pelleh.rules.sentence.Language;
import io.pelleh.rules.text.JsonPart;
import io.pelleh.rules.vocabulary.Kinds;
import io.pelleh.rules.vocabulary.Operator;
import io.pelleh.rules.vocabulary.Parameter;
import io.pelleh.rules.vocabulary.Terms;
import io.pelleh.rules.vocabulary.Verb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The vocabulary of a release as JSON for the forms, pickers and builders of a browser. */
public final class VocabularyReference {

    private final Terms terms;
    private final String language;
    private final Dictionary dictionary;

    private VocabularyReference(Terms terms, String language) {
        this.terms = terms;
        this.language = language.equals("fa") ? "fa" : "en";
        Language spoken = this.language.equals("fa") ? Language.PERSIAN : Language.ENGLISH;
        this.dictionary = Dictionary.of(spoken, terms.vocabulary());
    }

    /**
     * Attributes with type, unit, operators, values and sentences; effects with typed parameters.
     *
     * @param language {@code fa} for Persian, else English
     */
    public static byte[] json(Terms terms, String language) {
        VocabularyReference reference = new VocabularyReference(terms, language);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("language", reference.language);
        root.put(
                "attributes",
                terms.vocabulary().entries().stream().map(reference::attribute).toList());
        root.put("effects", Verb.all().stream().map(reference::effect).toList());
        root.put("columns", reference.columns());
        return JsonPart.write(root);
    }

    private Map<String, Object> attribute(Entry entry) {
        Attribute attribute = entry.attribute();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", attribute.path());
        json.put("subject", attribute.subject());
        json.put("type", type(attribute));
        if (attribute instanceof Attribute.Numeric numeric) {
            json.put("unit", lower(numeric.unit()));
        }
        json.put("label", entry.wording().label().in(language));
        json.put("help", entry.wording().help().in(language));
        json.put("own", attribute.own());
        json.put("kinds", kinds(Kinds.of(attribute)));
        values(json, entry.choices());
        json.put(
                "operators",
                Operator.fitting(attribute).stream()
                        .map(operator -> operator(attribute, operator))
                        .toList());
        return json;
    }

    private Map<String, Object> operator(Attribute attribute, Operator operator) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sign", operator.sign());
        json.put("label", operator.label().in(language));
        json.put("list", operator.lists());
        json.put(
                "sentences",
                dictionary.conditions().stream()
                        .filter(said -> said.attribute().equals(attribute) && said.operator() == operator)
                        .map(said -> said.sentence().template())
                        .toList());
        return json;
    }

    private void values(Map<String, Object> json, Choices choices) {
        List<String> values = terms.values(choices);
        if (!values.isEmpty()) {
            json.put("values", values);
        }
    }

    private Map<String, Object> effect(Verb verb) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("effect", verb.name());
        json.put("label", verb.wording().label().in(language));
        json.put("help", verb.wording().help().in(language));
        json.put("kinds", kinds(List.of(verb.stage())));
        json.put("needs", verb.needs());
        json.put(
                "sentence",
                dictionary.effects().stream()
                        .filter(asked -> asked.verb().equals(verb))
                        .map(asked -> asked.sentence().template())
                        .findFirst()
                        .orElse(""));
        json.put("parameters", verb.parameters().stream().map(this::parameter).toList());
        return json;
    }

    private Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        json.put("type", lower(parameter.type()));
        json.put("label", parameter.label().in(language));
        values(json, parameter.choices());
        return json;
    }

    /** The other columns of a table and members of a rule, with the sentence that sets each. */
    private List<Map<String, Object>> columns() {
        List<Map<String, Object>> columns = new ArrayList<>();
        dictionary.frames().forEach((name, sentence) -> {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("kind", name.split(" ")[0]);
            column.put("sentence", sentence.template());
            columns.add(column);
        });
        return columns;
    }

    static String type(Attribute attribute) {
        return switch (attribute) {
            case Attribute.Numeric n -> "number";
            case Attribute.Text t -> "text";
            case Attribute.Flag f -> "flag";
            case Attribute.Words w -> "words";
        };
    }

    static List<String> kinds(Collection<Stage> stages) {
        return stages.stream().map(VocabularyReference::lower).toList();
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
