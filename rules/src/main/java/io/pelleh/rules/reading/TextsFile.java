package io.pelleh.rules.reading;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Blanks;
import io.pelleh.engine.decision.Blanks.Blank;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.decision.Texts;
import io.pelleh.engine.decision.Texts.Text;
import io.pelleh.rules.text.Nearest;
import io.pelleh.rules.text.PlainYaml;
import io.pelleh.rules.text.Wrong;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads what shoppers are told in one language, promotion by promotion: {@code texts/fa.yaml}. */
public final class TextsFile {

    /** The folder of texts in a release. */
    public static final String FOLDER = "texts/";

    private static final String ENDING = ".yaml";
    private static final String OFFERED = "offered";
    private static final String GRANTED = "granted";
    private static final String NEAR = "near";
    private static final String CODE = "code";
    private static final int MAX_TEXT = 300;
    private static final Map<String, Set<String>> NAMES = Map.of(
            OFFERED, Set.of("until"),
            GRANTED, Set.of("amount", "amount:toman", CODE, "points", "percent", "quantity", "sku", "until"),
            NEAR, Set.of("missing", "missing:toman"));
    private static final Set<String> COUNTS = Set.of("points", "quantity", "missing");

    private final String locale;
    private final Map<String, WrittenRule> promotions;
    private final Problems problems;
    private final RuleFile file;

    private TextsFile(RuleFile file, Map<String, WrittenRule> promotions, Problems problems) {
        this.file = file;
        this.locale = file.path().substring(FOLDER.length(), file.path().length() - ENDING.length());
        this.promotions = promotions;
        this.problems = problems;
    }

    /** Whether a file of this path holds texts. */
    public static boolean is(String path) {
        return path.startsWith(FOLDER) && path.endsWith(ENDING);
    }

    /** The rules with what the files say about them. */
    static List<WrittenRule> tell(Map<String, byte[]> files, List<WrittenRule> rules, Problems problems) {
        Map<String, WrittenRule> promotions = rules.stream()
                .filter(rule -> rule.stage() == Stage.PROMOTIONS)
                .collect(Collectors.toMap(rule -> rule.rule().id(), rule -> rule, (one, other) -> one));
        Map<String, Texts> texts = read(files, promotions, problems);
        return rules.stream()
                .map(rule -> {
                    Texts words = texts.get(rule.rule().id());
                    return words == null ? rule : rule.told(words);
                })
                .toList();
    }

    private static Map<String, Texts> read(
            Map<String, byte[]> files, Map<String, WrittenRule> promotions, Problems problems) {
        Map<String, Texts> all = new HashMap<>();
        files.forEach((path, bytes) -> {
            if (is(path)) {
                TextsFile file = new TextsFile(new RuleFile(path, bytes), promotions, problems);
                file.texts().forEach((id, text) -> {
                    Texts known = all.getOrDefault(id, Texts.NONE);
                    all.put(id, known.and(file.locale, text));
                });
            }
        });
        return all;
    }

    private Map<String, Text> texts() {
        Map<String, Text> texts = new LinkedHashMap<>();
        try {
            HiddenCharacters.find(file, file.text(), problems);
            language();
            Node tree = new PlainYaml().tree(file.text());
            if (tree != null) {
                members(tree).forEach((id, below) -> take(texts, id, below));
            }
        } catch (Wrong e) {
            wrong(e);
        }
        return texts;
    }

    private void language() {
        try {
            new Locale.Builder().setLanguageTag(locale).build();
        } catch (IllformedLocaleException e) {
            throw new Wrong("\"" + locale + "\" is no language", "name the file en.yaml, fa.yaml, en-GB.yaml").on(1);
        }
    }

    private void take(Map<String, Text> texts, String id, Node below) {
        try {
            WrittenRule promotion = promotions.get(id);
            if (promotion == null) {
                throw new Wrong(
                                "there is no promotion " + id,
                                Nearest.hint(id, promotions.keySet(), "promotions are named kind/rule set/name"))
                        .on(PlainYaml.line(below));
            }
            Map<String, Node> told = members(below);
            told.keySet().stream().filter(name -> !NAMES.containsKey(name)).forEach(name -> {
                throw new Wrong(
                                "there is no " + name + " here",
                                "known are " + String.join(", ", OFFERED, GRANTED, NEAR))
                        .on(PlainYaml.line(below));
            });
            Text text = new Text(text(told, OFFERED), text(told, GRANTED), text(told, NEAR));
            codes(promotion, text, told.get(GRANTED));
            texts.put(id, text);
        } catch (Wrong e) {
            wrong(e);
        }
    }

    private static String text(Map<String, Node> told, String name) {
        Node node = told.get(name);
        if (node == null) {
            return "";
        }
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().length() > MAX_TEXT) {
            throw new Wrong("a text of at most " + MAX_TEXT + " characters is expected here", "")
                    .on(PlainYaml.line(node));
        }
        try {
            Blanks.of(scalar.getValue()).forEach(blank -> check(blank, NAMES.getOrDefault(name, Set.of())));
        } catch (Wrong e) {
            throw e.on(PlainYaml.line(node));
        }
        return scalar.getValue();
    }

    private static void check(Blank blank, Set<String> known) {
        if (!known.contains(blank.name())) {
            throw new Wrong(
                    "nothing is known as {" + blank.name() + "}",
                    known.stream().sorted().collect(Collectors.joining("}, {", "known are {", "}")));
        }
        if (blank.counted() && !COUNTS.contains(blank.name())) {
            throw new Wrong(
                    "{" + blank.name() + "} is nothing to be counted",
                    "words for one and for more are there for " + String.join(", ", new TreeSet<>(COUNTS)));
        }
    }

    /** A code is told only where the promotion hands one out. */
    private static void codes(WrittenRule promotion, Text text, @Nullable Node granted) {
        boolean told = Blanks.of(text.granted()).stream()
                .anyMatch(blank -> blank.name().equals(CODE));
        if (granted != null && told && promotion.asks().stream().noneMatch(Ask.IssueCoupon.class::isInstance)) {
            throw new Wrong(
                            "{code} means nothing here: the promotion hands out no coupon",
                            "codes come from effects.issueCoupon( \"batch\", days )")
                    .on(PlainYaml.line(granted));
        }
    }

    private static Map<String, Node> members(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new Wrong("names with values are expected here", "promotions/set/name: {granted: ..., near: ...}")
                    .on(PlainYaml.line(node));
        }
        Map<String, Node> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (members.put(name, tuple.getValueNode()) != null) {
                throw new Wrong(name + " stands there twice", "say it once").on(PlainYaml.line(tuple.getKeyNode()));
            }
        }
        return members;
    }

    private void wrong(Wrong e) {
        problems.add(new Problem(file.path(), new Problem.Place(Math.max(1, e.line(1)), ""), "", e.reason(), e.hint()));
    }
}
