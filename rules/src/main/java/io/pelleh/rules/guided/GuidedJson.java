package io.pelleh.rules.guided;

import io.pelleh.rules.guided.GuidedRule.Wish;
import io.pelleh.rules.text.JsonPart;
import io.pelleh.rules.text.Nearest;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.vocabulary.Operator;
import io.pelleh.rules.vocabulary.Parameter;
import io.pelleh.rules.vocabulary.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads when-then trees.
 *
 * <pre>
 * {"rules": [{"name": "golden tea", "priority": 10,
 *   "when": {"all": [{"attribute": "item.category", "operator": "==", "value": "tea"},
 *                    {"any": [{"attribute": "customer.tier", "operator": "==", "value": "gold"},
 *                             {"attribute": "basket.total", "operator": ">=", "value": 5000000}]}]},
 *   "then": [{"effect": "percentOffItem", "parameters": {"percent": 10}}]}]}
 * </pre>
 */
public final class GuidedJson {

    private static final Set<String> GROUPS = Set.of("all", "any", "not", "some", "none");
    private static final List<String> CONDITION =
            List.of("attribute", "expression", "operator", "value", "values", "other");
    private static final int MAX_NODES = 200;

    private int nodes;

    private GuidedJson() {}

    /** @throws Wrong with a JSON pointer when it is not such a document */
    public static List<GuidedRule> read(byte[] bytes) {
        JsonPart root = JsonPart.read(bytes).only(List.of("rules", "title", "notes"));
        return root.member("rules").items().stream()
                .map(rule -> new GuidedJson().rule(rule))
                .toList();
    }

    private GuidedRule rule(JsonPart rule) {
        List<String> names = new ArrayList<>(Frame.NAMES);
        names.addAll(List.of("name", "when", "then"));
        rule.only(names);
        Map<String, String> frame = new HashMap<>();
        Frame.NAMES.forEach(name -> frame.put(name, rule.member(name).text()));
        return new GuidedRule(
                rule.member("name").text(),
                rule.pointer(),
                new Frame(frame),
                rule.has("when") ? node(rule.member("when")) : new Node.All(List.of(), rule.pointer()),
                rule.member("then").items().stream().map(GuidedJson::wish).toList());
    }

    private Node node(JsonPart part) {
        if (++nodes > MAX_NODES) {
            throw part.wrong("a rule has more than " + MAX_NODES + " conditions", "use a table");
        }
        String group =
                part.names().stream().filter(GROUPS::contains).findFirst().orElse("");
        if (group.isEmpty()) {
            return test(part);
        }
        JsonPart inside = part.only(Set.of(group)).member(group);
        return switch (group) {
            case "all" -> new Node.All(nodes(inside), part.pointer());
            case "any" -> new Node.Any(nodes(inside), part.pointer());
            case "not" -> new Node.Not(node(inside), part.pointer());
            case "some" -> new Node.Some(node(inside), part.pointer());
            default -> new Node.None(node(inside), part.pointer());
        };
    }

    private List<Node> nodes(JsonPart list) {
        return list.items().stream().map(this::node).toList();
    }

    private static Node test(JsonPart part) {
        part.only(CONDITION);
        String left =
                part.member("attribute").text() + part.member("expression").text();
        if (left.isBlank() || part.has("attribute") == part.has("expression")) {
            throw part.wrong("a condition has an attribute or an expression", "{attribute, operator, value}");
        }
        JsonPart operator = part.member("operator");
        Operator compared = Operator.of(operator.text())
                .orElseThrow(() -> operator.wrong(
                        "\"" + operator.text() + "\" is no operator",
                        "known are: "
                                + String.join(
                                        " ",
                                        Arrays.stream(Operator.values())
                                                .map(Operator::sign)
                                                .toList())));
        JsonPart values = part.member(part.has("values") ? "values" : "value");
        boolean against = part.has("other");
        if (!against && !part.has("value") && !part.has("values")) {
            throw part.wrong("the condition has no value", "{attribute, operator, value}");
        }
        return new Node.Test(
                left,
                compared,
                against ? List.of() : values.texts(),
                part.member("other").text(),
                against ? part.pointer() : values.pointer());
    }

    private static Wish wish(JsonPart part) {
        part.only(List.of("effect", "parameters"));
        JsonPart effect = part.member("effect");
        Verb verb = Verb.find(effect.text()).orElseThrow(() -> {
            List<String> verbs = Verb.all().stream().map(Verb::name).toList();
            return effect.wrong(
                    "there is no effect \"" + effect.text() + "\"",
                    Nearest.hint(effect.text(), verbs, "known are: " + String.join(", ", verbs)));
        });
        List<String> values = new ArrayList<>();
        JsonPart given = part.member("parameters");
        List<String> names = verb.parameters().stream().map(Parameter::name).toList();
        if (part.has("parameters")) {
            given.only(names);
        }
        for (String name : names) {
            if (!given.has(name)) {
                throw part.wrong(verb.name() + " lacks its " + name, "it takes: " + String.join(", ", names));
            }
            values.add(given.member(name).text());
        }
        return new Wish(verb.name(), values, part.pointer());
    }
}
