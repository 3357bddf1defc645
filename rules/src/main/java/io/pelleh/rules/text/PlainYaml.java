package io.pelleh.rules.text;

import java.io.StringReader;
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
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The small part of YAML that files of a release need: no anchors, no tags, no surprises, and limits on everything. */
public final class PlainYaml {

    private static final int MAX_CHARACTERS = 1 << 20;
    private static final int MAX_DEPTH = 12;
    private static final int MAX_TEXT = 2000;

    private final Yaml yaml;
    private final Plain constructor;

    public PlainYaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(1);
        options.setAllowDuplicateKeys(false);
        this.constructor = new Plain(options);
        DumperOptions unused = new DumperOptions();
        this.yaml = new Yaml(constructor, new Representer(unused), unused, options, new Words());
    }

    /**
     * The tree of a text, or null for an empty one.
     *
     * @throws Wrong on the line where something is not allowed or not understood; line 0 for the whole
     */
    public @Nullable Node tree(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new Wrong("the file is larger than " + MAX_CHARACTERS + " characters", "");
        }
        try {
            yaml.parse(new StringReader(text)).forEach(PlainYaml::refuse);
            return yaml.compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            throw wrong(e);
        } catch (YAMLException e) {
            throw new Wrong(String.valueOf(e.getMessage()), "");
        }
    }

    /**
     * Lists, mappings, texts, numbers, yes or no; nothing else.
     *
     * @throws Wrong on the line of a name that stands there twice
     */
    public @Nullable Object value(Node node) {
        try {
            return constructor.value(node);
        } catch (MarkedYAMLException e) {
            throw wrong(e);
        }
    }

    private static Wrong wrong(MarkedYAMLException e) {
        return new Wrong(String.valueOf(e.getProblem()), "").on(line(e.getProblemMark()));
    }

    /** From 1. */
    public static int line(Node node) {
        return line(node.getStartMark());
    }

    private static void refuse(Event event) {
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            throw new Wrong("anchors and aliases are not allowed", "").on(line(event.getStartMark()));
        }
        boolean tagged = event instanceof ScalarEvent scalar
                ? scalar.getTag() != null
                : event instanceof CollectionStartEvent start && start.getTag() != null;
        if (tagged) {
            throw new Wrong("tags are not allowed", "").on(line(event.getStartMark()));
        }
        if (event instanceof ScalarEvent scalar && scalar.getValue().length() > MAX_TEXT) {
            throw new Wrong("a text is longer than " + MAX_TEXT, "").on(line(event.getStartMark()));
        }
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 0 : mark.getLine() + 1;
    }

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
