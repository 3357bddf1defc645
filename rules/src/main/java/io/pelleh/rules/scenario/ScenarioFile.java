package io.pelleh.rules.scenario;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads the small part of YAML that scenarios need: no anchors, no tags, no surprises, and limits on everything. */
final class ScenarioFile {

    private static final int MAX_SCENARIOS = 1000;
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final int MAX_DEPTH = 12;
    private static final int MAX_TEXT = 2000;

    private final String path;
    private final String text;
    private final Yaml yaml;
    private final Plain constructor;

    ScenarioFile(String path, byte[] bytes) {
        this.path = path;
        this.text = new String(bytes, StandardCharsets.UTF_8);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(1);
        options.setAllowDuplicateKeys(false);
        this.constructor = new Plain(options);
        DumperOptions unused = new DumperOptions();
        this.yaml = new Yaml(constructor, new Representer(unused), unused, options, new Words());
    }

    /** One scenario, not yet understood. */
    record Entry(int line, @Nullable Object value) {}

    List<Entry> read() {
        if (text.length() > MAX_CHARACTERS) {
            throw new BrokenScenario(path, 0, "the file is larger than " + MAX_CHARACTERS + " characters");
        }
        try {
            yaml.parse(new StringReader(text)).forEach(this::refuse);
            Node root = yaml.compose(new StringReader(text));
            if (!(root instanceof SequenceNode list)
                    || list.getValue().isEmpty()
                    || list.getValue().size() > MAX_SCENARIOS) {
                throw new BrokenScenario(path, 1, path + " must be a list of 1 to " + MAX_SCENARIOS + " scenarios");
            }
            List<Entry> entries = new ArrayList<>();
            list.getValue().forEach(node -> entries.add(new Entry(line(node.getStartMark()), constructor.value(node))));
            return entries;
        } catch (MarkedYAMLException e) {
            throw new BrokenScenario(path, line(e.getProblemMark()), path + ": " + e.getProblem());
        } catch (YAMLException e) {
            throw new BrokenScenario(path, 0, path + ": " + e.getMessage());
        }
    }

    private void refuse(Event event) {
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            throw new BrokenScenario(path, line(event.getStartMark()), "anchors and aliases are not allowed");
        }
        boolean tagged = event instanceof ScalarEvent scalar
                ? scalar.getTag() != null
                : event instanceof org.yaml.snakeyaml.events.CollectionStartEvent start && start.getTag() != null;
        if (tagged) {
            throw new BrokenScenario(path, line(event.getStartMark()), "tags are not allowed");
        }
        if (event instanceof ScalarEvent scalar && scalar.getValue().length() > MAX_TEXT) {
            throw new BrokenScenario(path, line(event.getStartMark()), "a text is longer than " + MAX_TEXT);
        }
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 0 : mark.getLine() + 1;
    }

    /** Makes lists, mappings, texts, numbers and yes or no; nothing else. */
    private static final class Plain extends SafeConstructor {

        Plain(LoaderOptions options) {
            super(options);
        }

        @Nullable
        Object value(Node node) {
            return constructDocument(node);
        }
    }

    /** A word means itself: {@code on} is no truth, {@code 010} no octal and {@code 2027-01-10} no instant. */
    private static final class Words extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("0|-?[1-9][0-9_]{0,24}"), "-0123456789");
            addImplicitResolver(Tag.FLOAT, Pattern.compile("-?[0-9]+\\.[0-9]{1,9}"), "-0123456789");
            addImplicitResolver(Tag.NULL, Pattern.compile("~|null|"), "~n\0");
            addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
        }
    }
}
