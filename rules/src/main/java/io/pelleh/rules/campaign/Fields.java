package io.pelleh.rules.campaign;

import io.pelleh.rules.text.PlainYaml;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The members of one mapping, each with its line; everything that is wrong is thrown with it. */
final class Fields {

    private static final String TOMAN = "toman";
    private static final int RIALS = 10;
    private static final int MAX_VALUES = 200;

    private final Map<String, Node> members = new LinkedHashMap<>();

    private Fields(Node node, Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw new Wrong("names with values are expected here", "known are " + known).on(PlainYaml.line(node));
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = scalar(tuple.getKeyNode());
            if (!known.isEmpty() && !known.contains(name)) {
                throw new Wrong("there is no " + name + " here", "known are " + known)
                        .on(PlainYaml.line(tuple.getKeyNode()));
            }
            if (members.put(name, tuple.getValueNode()) != null) {
                throw new Wrong(name + " stands there twice", "say it once").on(PlainYaml.line(tuple.getKeyNode()));
            }
        }
    }

    /** @param known names that may stand there; none for any */
    static Fields of(Node node, Set<String> known) {
        return new Fields(node, known);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    Set<String> names() {
        return members.keySet();
    }

    /** What stands below a name; nothing where it is not there. */
    Fields below(String name, Set<String> known) {
        Node node = members.get(name);
        return of(node == null ? new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK) : node, known);
    }

    String text(String name, String otherwise) {
        Node node = members.get(name);
        return node == null ? otherwise : scalar(node);
    }

    /** Minor units; {@code 5,000 toman} is ten times as many rials. */
    long amount(String name, long otherwise) {
        return read(name, otherwise, written -> {
            String plain = Script.number(written).replace(",", "").strip().replace("تومان", TOMAN);
            boolean toman = plain.endsWith(TOMAN);
            String digits =
                    toman ? plain.substring(0, plain.length() - TOMAN.length()).strip() : plain;
            if (!digits.matches("[0-9]{1,15}")) {
                throw new Wrong("\"" + written + "\" is no amount", "write minor units, or an amount in toman");
            }
            return Long.parseLong(digits) * (toman ? RIALS : 1);
        });
    }

    /** A percentage, as so many of 10,000. */
    int percent(String name, int most) {
        return read(name, 0, written -> {
            String plain = Script.number(written).replace("%", "").strip();
            if (!plain.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
                throw new Wrong("\"" + written + "\" is no percentage", "write a number with at most two decimals");
            }
            int points = new BigDecimal(plain).movePointRight(2).intValueExact();
            if (points > most) {
                throw new Wrong("\"" + written + "\" is too much", "at most " + most / 100 + " percent");
            }
            return points;
        });
    }

    /** What is written under a name, read; what is wrong is on its line. */
    <T> T read(String name, T otherwise, Function<String, T> reader) {
        Node node = members.get(name);
        if (node == null) {
            return otherwise;
        }
        try {
            return reader.apply(scalar(node));
        } catch (Wrong e) {
            throw e.on(PlainYaml.line(node));
        }
    }

    /** What stands under a name is wrong, on its line. */
    Wrong wrong(String name, String reason, String hint) {
        Node node = members.get(name);
        return new Wrong(reason, hint).on(node == null ? 1 : PlainYaml.line(node));
    }

    /** A list of words, or one. */
    Set<String> words(String name) {
        Node node = members.get(name);
        return node == null ? Set.of() : words(node);
    }

    private static Set<String> words(Node node) {
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        List<String> words = new ArrayList<>();
        nodes.forEach(each -> words.add(scalar(each)));
        if (words.size() > MAX_VALUES) {
            throw new Wrong("more than " + MAX_VALUES + " values", "use fewer").on(PlainYaml.line(node));
        }
        return new LinkedHashSet<>(words);
    }

    /** Each word of a list, read; what is wrong is on the line of the list. */
    <T> Set<T> words(String name, Function<String, T> reader) {
        Node node = members.get(name);
        if (node == null) {
            return Set.of();
        }
        try {
            return words(node).stream().map(reader).collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (Wrong e) {
            throw e.on(PlainYaml.line(node));
        }
    }

    private static String scalar(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw new Wrong("a word or a number is expected here", "").on(PlainYaml.line(node));
    }
}
