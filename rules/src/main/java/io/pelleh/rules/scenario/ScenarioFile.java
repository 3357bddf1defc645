package io.pelleh.rules.scenario;

import io.pelleh.rules.text.PlainYaml;
import io.pelleh.rules.text.Wrong;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a file of scenarios as a list of what is not yet understood. */
final class ScenarioFile {

    private static final int MAX_SCENARIOS = 1000;

    private final String path;
    private final String text;
    private final PlainYaml yaml = new PlainYaml();

    ScenarioFile(String path, byte[] bytes) {
        this.path = path;
        this.text = new String(bytes, StandardCharsets.UTF_8);
    }

    /** One scenario, not yet understood. */
    record Entry(int line, @Nullable Object value) {}

    List<Entry> read() {
        try {
            if (!(yaml.tree(text) instanceof SequenceNode list)
                    || list.getValue().isEmpty()
                    || list.getValue().size() > MAX_SCENARIOS) {
                throw new BrokenScenario(path, 1, path + " must be a list of 1 to " + MAX_SCENARIOS + " scenarios");
            }
            List<Entry> entries = new ArrayList<>();
            list.getValue().forEach(node -> entries.add(new Entry(PlainYaml.line(node), yaml.value(node))));
            return entries;
        } catch (Wrong e) {
            throw new BrokenScenario(path, e.line(0), path + ": " + e.reason());
        }
    }
}
