package io.pelleh.api.ruleset;

import io.pelleh.api.json.Json;
import io.pelleh.api.ruleset.ReleaseStore.Canary;
import io.pelleh.api.ruleset.ReleaseStore.Released;
import io.pelleh.api.ruleset.ReleaseStore.State;
import io.pelleh.rules.analysis.Change;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Releases as JSON. */
public final class ReleaseJson {

    private static final double PERCENT = 100.0;

    private ReleaseJson() {}

    /** The members of a release, inside an object that is already open. */
    public static void members(JsonGenerator json, Released release, List<Released> all) {
        json.writeNumberProperty("number", release.number());
        json.writeStringProperty("state", state(release, all));
        text(json, "inForceAt", release.inForceAt());
        json.writeStringProperty("createdAt", release.createdAt().toString());
        json.writeStringProperty("author", release.signed().author());
        text(json, "approver", release.signed().approver());
        json.writeStringProperty("note", release.signed().note());
        text(json, "draft", release.origin().draft());
        Long rolledBackTo = release.origin().rolledBackTo();
        if (rolledBackTo == null) {
            json.writeNullProperty("rolledBackTo");
        } else {
            json.writeNumberProperty("rolledBackTo", rolledBackTo);
        }
        canary(json, release.canary());
    }

    private static String state(Released release, List<Released> all) {
        List<Released> history = Shelf.history(all);
        if (release.state() != State.RELEASED) {
            return release.state().name().toLowerCase(Locale.ROOT);
        }
        return history.getLast().number() == release.number() ? "in_force" : "superseded";
    }

    private static void canary(JsonGenerator json, @Nullable Canary canary) {
        if (canary == null) {
            json.writeNullProperty("canary");
            return;
        }
        json.writeObjectPropertyStart("canary");
        json.writeNumberProperty("percent", canary.share() / PERCENT);
        json.writeStringProperty("from", canary.from().toString());
        text(json, "until", canary.until());
        json.writeEndObject();
    }

    static void versions(JsonGenerator json, Released release, Map<String, byte[]> files) {
        Map<String, Long> versions = new TreeMap<>();
        for (String path : files.keySet()) {
            String set = path.substring(0, path.indexOf('.') < 0 ? path.length() : path.indexOf('.'));
            versions.put(set, release.edition().versions().getOrDefault(set, release.number()));
        }
        json.writeObjectPropertyStart("versions");
        versions.forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    static void nodes(JsonGenerator json, List<Nodes.Node> nodes) {
        json.writeArrayPropertyStart("nodes");
        for (Nodes.Node node : nodes) {
            json.writeStartObject();
            json.writeNumberProperty("node", node.id());
            json.writeStringProperty("state", node.state().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("reason", node.reason());
            json.writeStringProperty("at", node.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void placed(JsonGenerator json, List<Nodes.Placed> placed) {
        if (placed.isEmpty()) {
            json.writeNullProperty("customersPlaced");
            return;
        }
        json.writeObjectPropertyStart("customersPlaced");
        json.writeNumberProperty("done", placed.getFirst().done());
        json.writeNumberProperty("total", placed.getFirst().total());
        json.writeBooleanProperty("finished", placed.getFirst().finished());
        json.writeEndObject();
    }

    /** What is different, in business words. */
    public static byte[] changes(Map<String, byte[]> was, Map<String, byte[]> is, List<Change> changes) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("changes");
            for (Change change : changes) {
                json.writeStartObject();
                json.writeStringProperty("kind", change.kind().name().toLowerCase(Locale.ROOT));
                json.writeStringProperty("file", change.file());
                json.writeStringProperty("rule", change.rule());
                json.writeObjectPropertyStart("sentence");
                json.writeStringProperty("en", change.sentence().english());
                json.writeStringProperty("fa", change.sentence().persian());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            files(json, was, is);
            json.writeEndObject();
        });
    }

    private static void files(JsonGenerator json, Map<String, byte[]> was, Map<String, byte[]> is) {
        Set<String> paths = new TreeSet<>(was.keySet());
        paths.addAll(is.keySet());
        paths.removeIf(path -> Arrays.equals(was.get(path), is.get(path)));
        json.writeArrayPropertyStart("files");
        for (String path : paths) {
            json.writeStartObject();
            json.writeStringProperty("path", path);
            String kind = is.containsKey(path) ? "changed" : "removed";
            json.writeStringProperty("change", was.containsKey(path) ? kind : "added");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static String sha(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }
}
