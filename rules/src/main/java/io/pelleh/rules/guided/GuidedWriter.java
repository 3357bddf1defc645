package io.pelleh.rules.guided;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.guided.GuidedRule.Wish;
import io.pelleh.rules.text.Flaw;
import io.pelleh.rules.text.Nearest;
import io.pelleh.rules.text.PlacedText;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.vocabulary.Parameter;
import io.pelleh.rules.vocabulary.Verb;
import java.util.ArrayList;
import java.util.List;

/** Writes promotions as DRL; one that cannot be written becomes a flaw and is left out. */
public final class GuidedWriter {

    private final Patterns patterns;
    private final StringBuilder text = new StringBuilder();
    private final List<String> spots = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    public GuidedWriter(Vocabulary vocabulary) {
        this.patterns = new Patterns(vocabulary);
    }

    /** All of them, one after the other. */
    public static PlacedText drl(Vocabulary vocabulary, List<GuidedRule> rules) {
        GuidedWriter writer = new GuidedWriter(vocabulary);
        rules.forEach(rule -> writer.add(rule, List.of(), List.of()));
        return writer.written();
    }

    /**
     * Writes one.
     *
     * @param when further lines of DRL conditions, and
     * @param then further lines of DRL effects, from elsewhere
     */
    public void add(GuidedRule rule, List<String> when, List<String> then) {
        try {
            List<String> lines = new ArrayList<>();
            lines.add("rule " + name(rule));
            header(rule.frame(), lines);
            lines.add("when");
            lines.addAll(patterns.of(rule.when(), when.isEmpty() ? least(rule) : "customer"));
            lines.addAll(when);
            lines.add("then");
            rule.then().forEach(wish -> lines.add(call(wish)));
            lines.addAll(then);
            lines.add("end");
            lines.forEach(line -> line(line, rule.spot()));
        } catch (Wrong wrong) {
            flaws.add(Flaw.of(rule.name(), wrong.at(rule.spot())));
        }
    }

    /** Notes something that is wrong elsewhere in the file. */
    public void flaw(Flaw flaw) {
        flaws.add(flaw);
    }

    public PlacedText written() {
        return new PlacedText(text.toString(), spots, flaws);
    }

    private void line(String line, String spot) {
        text.append(line).append('\n');
        spots.add(spot);
    }

    /** The fact without which its effects mean nothing. */
    private static String least(GuidedRule rule) {
        List<String> needed = rule.then().stream()
                .map(wish -> Verb.find(wish.verb()).map(Verb::needs).orElse("customer"))
                .toList();
        return needed.contains("item") ? "item" : needed.contains("basket") ? "basket" : "customer";
    }

    private static String name(GuidedRule rule) {
        if (rule.name().isBlank()) {
            throw new Wrong("the rule has no name", "give it one of its own");
        }
        return Literals.quoted(rule.name().strip());
    }

    private static void header(Frame frame, List<String> lines) {
        Frame.TEXTS.forEach(name -> note(name, frame.get(name), lines));
        Frame.NUMBERS.forEach(name -> note(name, number(frame.get(name)), lines));
        attribute("salience", number(frame.get("priority")), lines);
        attribute("date-effective", day(frame.get("validFrom")), lines);
        attribute("date-expires", day(frame.get("validBefore")), lines);
    }

    private static void attribute(String name, String value, List<String> lines) {
        if (!value.isEmpty()) {
            lines.add(name + " " + value);
        }
    }

    private static String day(String written) {
        return written.isEmpty() ? "" : Literals.quoted(written);
    }

    private static String number(String written) {
        return written.isEmpty() ? "" : Literals.whole(written);
    }

    private static void note(String name, String value, List<String> lines) {
        if (!value.isEmpty()) {
            lines.add("@" + name + "( " + Literals.quoted(value) + " )");
        }
    }

    private static String call(Wish wish) {
        Verb verb = Verb.find(wish.verb()).orElseThrow(() -> {
            List<String> verbs = Verb.all().stream().map(Verb::name).toList();
            return new Wrong(
                    "there is no effect \"" + wish.verb() + "\"",
                    Nearest.hint(wish.verb(), verbs, "known are: " + String.join(", ", verbs)),
                    wish.spot());
        });
        List<Parameter> parameters = verb.parameters();
        if (wish.values().size() != parameters.size()) {
            throw new Wrong(
                    verb.name() + " takes " + parameters.size() + " values, not "
                            + wish.values().size(),
                    "they are: "
                            + String.join(
                                    ", ",
                                    parameters.stream().map(Parameter::name).toList()),
                    wish.spot());
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            try {
                values.add(Literals.of(parameters.get(i), wish.values().get(i)));
            } catch (Wrong wrong) {
                throw wrong.at(wish.spot());
            }
        }
        return "effects." + verb.name() + "(" + String.join(", ", values) + ");";
    }
}
