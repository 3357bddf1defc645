package io.pelleh.rules.guided;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.guided.Node.Test;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what must hold as patterns of DRL: one on the narrowest fact that shows all, so that it speaks of one line. */
final class Patterns {

    private final Sides sides;

    Patterns(Vocabulary vocabulary) {
        this.sides = new Sides(vocabulary);
    }

    /**
     * The lines of {@code when}.
     *
     * @param least the fact that the effects need: {@code item}, {@code basket} or {@code customer}
     */
    List<String> of(Node when, String least) {
        List<Node> tests = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Node part : flat(when)) {
            switch (part) {
                case Node.Some some -> lines.add("exists( " + single(some.part()) + " )");
                case Node.None none -> lines.add("not( " + single(none.part()) + " )");
                default -> tests.add(part);
            }
        }
        lines.addAll(0, patterns(tests, least));
        return lines;
    }

    /** The parts of nested alls, one after the other. */
    private static List<Node> flat(Node node) {
        return node instanceof Node.All all
                ? all.parts().stream().flatMap(part -> flat(part).stream()).toList()
                : List.of(node);
    }

    private String single(Node part) {
        List<String> patterns = patterns(flat(part), "customer");
        if (patterns.size() != 1) {
            throw new Wrong("\"some\" and \"none\" speak of one line or one former purchase", "", part.spot());
        }
        return patterns.getFirst();
    }

    /** One pattern, or two where former purchases stand beside a basket. */
    private List<String> patterns(List<Node> tests, String least) {
        List<Node> former = new ArrayList<>();
        List<Node> others = new ArrayList<>();
        for (Node test : tests) {
            Set<String> subjects = subjects(test);
            boolean bought = subjects.contains("bought");
            if (bought && (subjects.contains("basket") || subjects.contains("item"))) {
                throw new Wrong(
                        "a former purchase and a basket stand in one group",
                        "put them side by side under \"all\"",
                        test.spot());
            }
            (bought ? former : others).add(test);
        }
        List<String> patterns = new ArrayList<>();
        boolean alone = others.stream().allMatch(test -> subjects(test).equals(Set.of("customer")));
        if (!former.isEmpty() && alone && least.equals("customer")) {
            former.addAll(others);
            return List.of(pattern("bought", former));
        }
        boolean basket = least.equals("basket") && !tests.isEmpty();
        if (!others.isEmpty() || basket || least.equals("item")) {
            patterns.add(pattern(narrowest(others, least), others));
        }
        if (!former.isEmpty()) {
            patterns.add(pattern("bought", former));
        }
        return patterns;
    }

    private String narrowest(List<Node> tests, String least) {
        Set<String> all = new HashSet<>(Set.of(least));
        tests.forEach(test -> all.addAll(subjects(test)));
        return all.contains("item") ? "item" : all.contains("basket") ? "basket" : "customer";
    }

    private Set<String> subjects(Node node) {
        return switch (node) {
            case Node.All all -> subjects(all.parts());
            case Node.Any any -> subjects(any.parts());
            case Node.Not not -> subjects(not.part());
            case Node.Some some -> throw inside(some);
            case Node.None none -> throw inside(none);
            case Test test -> subjects(test);
        };
    }

    private Set<String> subjects(List<Node> parts) {
        return parts.stream().flatMap(part -> subjects(part).stream()).collect(Collectors.toSet());
    }

    private Set<String> subjects(Test test) {
        try {
            Set<String> subjects = new HashSet<>(sides.subjects(test.left()));
            if (!test.against().isEmpty()) {
                subjects.addAll(sides.subjects(test.against()));
            }
            return subjects;
        } catch (Wrong wrong) {
            throw wrong.at(test.spot());
        }
    }

    private static Wrong inside(Node node) {
        return new Wrong("\"some\" and \"none\" stand under the first \"all\" only", "move it up", node.spot());
    }

    private String pattern(String subject, List<Node> tests) {
        return tests.stream()
                .map(test -> formula(subject, test))
                .collect(Collectors.joining(
                        ", ",
                        subject.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + subject.substring(1) + "( ",
                        " )"));
    }

    private String formula(String subject, Node node) {
        return switch (node) {
            case Node.All all -> joined(subject, all.parts(), " && ", all.spot());
            case Node.Any any -> joined(subject, any.parts(), " || ", any.spot());
            case Node.Not not -> "!(" + formula(subject, not.part()) + ")";
            case Node.Some some -> throw inside(some);
            case Node.None none -> throw inside(none);
            case Test test -> comparison(subject, test);
        };
    }

    private String joined(String subject, List<Node> parts, String sign, String spot) {
        if (parts.isEmpty()) {
            throw new Wrong("the group is empty", "put a condition into it or leave it out", spot);
        }
        return parts.stream().map(part -> formula(subject, part)).collect(Collectors.joining(sign, "(", ")"));
    }

    private String comparison(String subject, Test test) {
        try {
            String left = sides.written(subject, test.left());
            String right = test.against().isEmpty() ? values(test) : sides.written(subject, test.against());
            return left + " " + test.operator().sign() + " " + right;
        } catch (Wrong wrong) {
            throw wrong.at(test.spot());
        }
    }

    private String values(Test test) {
        Attribute attribute = sides.attribute(test.left()).orElse(null);
        if (attribute != null && !fits(attribute, test.operator())) {
            throw new Wrong(
                    "\"" + test.operator().sign() + "\" does not fit " + attribute.path(),
                    "use one of "
                            + Operator.fitting(attribute).stream()
                                    .map(Operator::sign)
                                    .collect(Collectors.joining(" ")));
        }
        List<String> written = test.values().stream()
                .map(value -> attribute == null ? Literals.whole(value) : Literals.of(attribute, value))
                .toList();
        if (written.isEmpty() || (written.size() > 1 && !test.operator().lists())) {
            throw new Wrong("\"" + test.operator().sign() + "\" takes one value, not " + written.size(), "");
        }
        return test.operator().lists() ? "( " + String.join(", ", written) + " )" : written.getFirst();
    }

    private static boolean fits(Attribute attribute, Operator operator) {
        return Operator.fitting(attribute).contains(operator)
                || (attribute instanceof Attribute.Flag && operator == Operator.NOT_EQUAL);
    }
}
