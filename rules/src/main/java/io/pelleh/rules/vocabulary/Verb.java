package io.pelleh.rules.vocabulary;

import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Bilingual;
import io.pelleh.engine.facts.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something a rule can ask for: {@code effects.<name>(parameters)}.
 *
 * @param stage the kind of rules that may ask for it
 * @param wording label, sentence with its parameters in braces, and help
 */
public record Verb(String name, Stage stage, List<Parameter> parameters, Wording wording) {

    private static final int LINES = 8;
    private static final Map<String, Verb> ALL = new LinkedHashMap<>();

    static {
        for (String block : text().strip().split("\n\n+")) {
            Verb verb = of(block.lines().map(String::strip).toArray(String[]::new));
            ALL.put(verb.name(), verb);
        }
    }

    public Verb {
        parameters = List.copyOf(parameters);
    }

    /** Every verb, stage by stage. */
    public static List<Verb> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<Verb> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** The fact without which it means nothing: {@code item}, {@code basket} or {@code customer}. */
    public String needs() {
        return switch (name) {
            case "percentOffItem", "percentOffItems", "percentOffPrice" -> "item";
            case "amountOffItem", "amountOffItems", "amountOffEach", "priceEach", "priceForPieces" -> "item";
            case "cheapestOff", "dearestOff", "buyGet", "buyGetAmountOff" -> "item";
            case "percentOff", "amountOff", "freeShipping", "pointsPer", "upsell" -> "basket";
            case "percentOffShipping", "amountOffShipping", "bundle", "gift" -> "basket";
            default -> "customer";
        };
    }

    /** Name, stage and parameters; label, sentence and help in both languages; labels of the parameters. */
    private static Verb of(String[] lines) {
        if (lines.length != LINES) {
            throw new IllegalStateException("verbs.txt needs eight lines for " + lines[0]);
        }
        String[] head = lines[0].split(" ");
        List<Parameter> parameters = new ArrayList<>();
        String[] labels = lines[LINES - 1].split(";");
        for (int i = 2; i < head.length; i++) {
            String[] typed = head[i].split(":");
            String[] label = labels[i - 2].split("=");
            parameters.add(new Parameter(
                    typed[0], Parameter.Type.valueOf(typed[1]), new Bilingual(label[0].strip(), label[1].strip())));
        }
        return new Verb(
                head[0],
                Stage.valueOf(head[1]),
                parameters,
                new Wording(
                        new Bilingual(lines[1], lines[2]),
                        new Bilingual(lines[3], lines[4]),
                        new Bilingual(lines[5], lines[6])));
    }

    private static String text() {
        try (InputStream in = Verb.class.getResourceAsStream("verbs.txt")) {
            if (in == null) {
                throw new IllegalStateException("verbs.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
