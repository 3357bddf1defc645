package io.pelleh.rules;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.engine.facts.Vocabulary.Entry;
import io.pelleh.rules.sentence.Dictionary;
import io.pelleh.rules.sentence.Language;
import io.pelleh.rules.vocabulary.Kinds;
import io.pelleh.rules.vocabulary.Operator;
import io.pelleh.rules.vocabulary.Verb;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The built-in vocabulary as a page of the documentation, in English and Persian. */
final class VocabularyPage {

    private static final String HEAD = """
            # Vocabulary

            Everything a rule may look at and ask for. This page is generated from the vocabulary: a test fails when it is
            stale and writes it anew with `-Dpelleh.write=true`. A shop's own attributes are added in
            `vocabulary/attributes.csv`, see [rules](rules.md).

            """;

    private final StringBuilder page = new StringBuilder(HEAD);
    private final List<Dictionary> dictionaries = List.of(
            Dictionary.of(Language.ENGLISH, Vocabulary.builtIn()),
            Dictionary.of(Language.PERSIAN, Vocabulary.builtIn()));

    private VocabularyPage() {}

    static String markdown() {
        VocabularyPage page = new VocabularyPage();
        page.attributes();
        page.effects();
        page.frames();
        page.sentences();
        return page.page.toString();
    }

    private void attributes() {
        page.append("## Attributes\n\n| path | type | label | برچسب | what it means | معنا | kinds |\n");
        page.append("|---|---|---|---|---|---|---|\n");
        for (Entry entry : Vocabulary.builtIn().entries()) {
            row(
                    code(entry.attribute().path()),
                    type(entry.attribute()),
                    entry.wording().label().english(),
                    entry.wording().label().persian(),
                    entry.wording().help().english(),
                    entry.wording().help().persian(),
                    kinds(entry.attribute()));
        }
    }

    private static String type(Attribute attribute) {
        return attribute instanceof Attribute.Numeric numeric
                ? "number, " + VocabularyReference.lower(numeric.unit())
                : VocabularyReference.type(attribute);
    }

    private static String kinds(Attribute attribute) {
        List<String> kinds = VocabularyReference.kinds(Kinds.of(attribute));
        return kinds.size() == io.pelleh.engine.decision.Stage.values().length ? "all" : String.join(", ", kinds);
    }

    private void effects() {
        page.append(
                "\n## Effects\n\n| effect | kind | sentence | جمله | what it does | کار |\n|---|---|---|---|---|---|\n");
        for (int i = 0; i < Verb.all().size(); i++) {
            Verb verb = Verb.all().get(i);
            String parameters = verb.parameters().stream()
                    .map(parameter -> parameter.name() + ": " + VocabularyReference.lower(parameter.type()))
                    .collect(Collectors.joining(", ", "(", ")"));
            row(
                    code(verb.name() + parameters),
                    VocabularyReference.lower(verb.stage()),
                    dictionaries.getFirst().effects().get(i).sentence().template(),
                    dictionaries.getLast().effects().get(i).sentence().template(),
                    verb.wording().help().english(),
                    verb.wording().help().persian());
        }
    }

    private void frames() {
        page.append("\n## Around a rule\n\n| member, column | sentence | جمله |\n|---|---|---|\n");
        dictionaries
                .getFirst()
                .frames()
                .forEach((name, sentence) -> row(code(name), sentence.template(), persian(name)));
    }

    private String persian(String frame) {
        return Objects.requireNonNull(dictionaries.getLast().frames().get(frame))
                .template();
    }

    private void sentences() {
        page.append("\n## Conditions in sentences\n\nWhat stands in square brackets may be left out.\n\n");
        page.append("| attribute | operator | sentence | جمله |\n|---|---|---|---|\n");
        List<Dictionary.Said> english = dictionaries.getFirst().conditions();
        for (int i = 0; i < english.size(); i++) {
            Operator operator = english.get(i).operator();
            row(
                    code(english.get(i).attribute().path()),
                    code(operator.sign()
                            + (english.get(i).value().isEmpty()
                                    ? ""
                                    : " " + english.get(i).value())),
                    english.get(i).sentence().template(),
                    dictionaries.getLast().conditions().get(i).sentence().template());
        }
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
