package io.pelleh.rules.sentence;

import io.pelleh.rules.guided.Frame;
import io.pelleh.rules.guided.GuidedRule;
import io.pelleh.rules.guided.GuidedRule.Wish;
import io.pelleh.rules.guided.GuidedWriter;
import io.pelleh.rules.guided.Node;
import io.pelleh.rules.guided.Node.Test;
import io.pelleh.rules.text.Flaw;
import io.pelleh.rules.text.Nearest;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.parser.lang.dsl.DSLMappingEntry;

/** A rule while its sentences are read. */
final class RuleDraft {

    private static final Pattern NOTE = Pattern.compile("@(\\w+)\\s*\\(\\s*\"?(.*?)\"?\\s*\\)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(salience|date-effective|date-expires)\\s+\"?([^\"]*?)\"?\\s*");
    private static final Map<String, String> ATTRIBUTES =
            Map.of("salience", "priority", "date-effective", "validFrom", "date-expires", "validBefore");

    private final String name;
    private final Line first;
    private final List<Dictionary> dictionaries;
    private final OwnDictionary own;
    private final Map<String, String> frame = new HashMap<>();
    private final List<Node> tests = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();
    private final Map<String, List<Line>> others = Map.of("when", new ArrayList<>(), "then", new ArrayList<>());
    private final List<Flaw> flaws = new ArrayList<>();
    private String section = "";

    RuleDraft(String name, Line first, List<Dictionary> dictionaries, OwnDictionary own) {
        this.own = own;
        this.name = name;
        this.first = first;
        this.dictionaries = dictionaries;
    }

    String name() {
        return name;
    }

    String spot() {
        return first.spot();
    }

    void turnTo(String keyword) {
        section = keyword;
    }

    void add(Line line) {
        switch (section) {
            case "when" -> condition(line);
            case "then" -> effect(line);
            default -> frame(line);
        }
    }

    private <T> Optional<T> said(Function<Dictionary, Optional<T>> by) {
        return dictionaries.stream().map(by).flatMap(Optional::stream).findFirst();
    }

    private void condition(Line line) {
        if (own.knows(DSLMappingEntry.CONDITION, line.text())) {
            others(section).add(line);
            return;
        }
        Optional<Test> test = said(dictionary -> dictionary.condition(line.text(), line.spot()));
        test.ifPresentOrElse(tests::add, () -> others(section).add(line));
    }

    private void effect(Line line) {
        if (own.knows(DSLMappingEntry.CONSEQUENCE, line.text())) {
            others(section).add(line);
            return;
        }
        Optional<Wish> wish = said(dictionary -> dictionary.effect(line.text(), line.spot()));
        wish.ifPresentOrElse(wishes::add, () -> others(section).add(line));
    }

    private List<Line> others(String of) {
        return others.getOrDefault(of, new ArrayList<>());
    }

    private void frame(Line line) {
        Matcher note = NOTE.matcher(line.text());
        Matcher attribute = ATTRIBUTE.matcher(line.text());
        if (note.matches() && Frame.NAMES.contains(note.group(1))) {
            frame.put(note.group(1), note.group(2));
        } else if (attribute.matches()) {
            frame.put(ATTRIBUTES.getOrDefault(attribute.group(1), ""), attribute.group(2));
        } else {
            said(dictionary -> dictionary.frame(line.text()))
                    .ifPresentOrElse(
                            set -> frame.put(set.getKey(), set.getValue()),
                            () -> flaws.add(new Flaw(
                                    line.spot(),
                                    name,
                                    "\"" + line.text() + "\" has no meaning above the conditions",
                                    hint(line, "frame"))));
        }
    }

    void finish(GuidedWriter writer) {
        flaws.forEach(writer::flaw);
        List<String> when = List.of();
        List<String> then = List.of();
        try {
            when = own.expand("when", others("when"));
            then = own.expand("then", others("then"));
        } catch (Wrong wrong) {
            Line line = new Line(text(wrong), 0);
            String in = others("when").stream().anyMatch(l -> l.spot().equals(wrong.spot())) ? "when" : "then";
            flaws.add(new Flaw(wrong.spot(), name, wrong.reason(), hint(line, in)));
            writer.flaw(flaws.getLast());
        }
        if (flaws.isEmpty()) {
            GuidedRule rule = new GuidedRule(name, spot(), new Frame(frame), new Node.All(tests, spot()), wishes);
            writer.add(rule, when, then);
        }
    }

    private static String text(Wrong wrong) {
        String reason = wrong.reason();
        return reason.substring(reason.indexOf('"') + 1, reason.lastIndexOf('"'));
    }

    private String hint(Line line, String in) {
        List<String> known = new ArrayList<>();
        for (Dictionary dictionary : dictionaries) {
            switch (in) {
                case "when" ->
                    dictionary
                            .conditions()
                            .forEach(said -> known.add(said.sentence().template()));
                case "then" ->
                    dictionary
                            .effects()
                            .forEach(asked -> known.add(asked.sentence().template()));
                default -> dictionary.frames().values().forEach(sentence -> known.add(sentence.template()));
            }
        }
        Map<String, String> byShape = new HashMap<>();
        known.forEach(template -> byShape.putIfAbsent(shape(template), template));
        return Nearest.to(shape(line.text()), byShape.keySet())
                .map(shape -> "did you mean \"" + byShape.get(shape) + "\"?")
                .orElse("see the sentences of the vocabulary");
    }

    /** Without what stands in the gaps and what may be left out. */
    private static String shape(String sentence) {
        return sentence.replaceAll("\\[.*?]", "").replaceAll("\"[^\"]*\"|[0-9][0-9,.-]*|\\{\\w+}", "…");
    }
}
