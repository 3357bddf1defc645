package io.pelleh.rules.sentence;

import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.drl.parser.lang.ExpanderException;
import org.drools.drl.parser.lang.dsl.DSLMappingEntry;
import org.drools.drl.parser.lang.dsl.DSLTokenizedMappingFile;
import org.drools.drl.parser.lang.dsl.DefaultExpander;
import org.jspecify.annotations.Nullable;

/** A folder's own dictionary, in Drools' DSL; what it does not know is left for the generated ones. */
final class OwnDictionary {

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern SIGNS = Pattern.compile("[(){}\\[\\];=<>&|]");

    private final @Nullable DSLTokenizedMappingFile mapping;

    private OwnDictionary(@Nullable DSLTokenizedMappingFile mapping) {
        this.mapping = mapping;
    }

    static OwnDictionary none() {
        return new OwnDictionary(null);
    }

    /** @throws Wrong when it cannot be read */
    static OwnDictionary of(String text) {
        DSLTokenizedMappingFile mapping = new DSLTokenizedMappingFile();
        try {
            if (!mapping.parseAndLoad(new StringReader(Script.normal(text)))) {
                throw new Wrong("the dictionary cannot be read: " + mapping.getErrors(), "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OwnDictionary(mapping);
    }

    /** A line with its own words for keywords replaced. */
    String keywords(String line) {
        String plain = line;
        for (DSLMappingEntry entry : entries(DSLMappingEntry.KEYWORD)) {
            plain = entry.getKeyPattern().matcher(plain).replaceAll(entry.getValuePattern());
        }
        return plain;
    }

    /** Whether one of its sentences fits a line. */
    boolean knows(DSLMappingEntry.Section section, String line) {
        return entries(section).stream()
                .anyMatch(entry -> entry.getKeyPattern().matcher(line).find());
    }

    private List<DSLMappingEntry> entries(DSLMappingEntry.Section section) {
        return mapping == null
                ? List.of()
                : mapping.getMapping().getEntries().stream()
                        .filter(entry -> entry.getSection() == section)
                        .toList();
    }

    /**
     * The DRL of some lines.
     *
     * @param section {@code when} or {@code then}
     * @throws Wrong at the first line that it does not know
     */
    List<String> expand(String section, List<Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        if (mapping == null || lines.getFirst().text().startsWith("-")) {
            throw unknown(lines.getFirst());
        }
        lines.forEach(OwnDictionary::refuseSigns);
        boolean when = section.equals("when");
        StringBuilder script = new StringBuilder(when ? "rule \"x\"\nwhen\n" : "rule \"x\"\nwhen\nthen\n");
        lines.forEach(line -> script.append(line.text()).append('\n'));
        script.append(when ? "then\nend\n" : "end\n");
        DefaultExpander expander = new DefaultExpander();
        expander.addDSLMapping(mapping.getMapping());
        List<String> drl =
                new ArrayList<>(expander.expand(script.toString()).lines().toList());
        for (ExpanderException error : expander.getErrors()) {
            int at = Math.clamp(error.getLine() - (when ? 3 : 4), 0, lines.size() - 1);
            throw unknown(lines.get(at));
        }
        int from = drl.indexOf(section) + 1;
        int to = drl.lastIndexOf(when ? "then" : "end");
        return drl.subList(from, Math.max(from, to)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Between the words of a sentence stand values; a sign of the language of rules would become part of a rule. */
    private static void refuseSigns(Line line) {
        if (SIGNS.matcher(TEXT.matcher(line.text()).replaceAll("")).find()) {
            throw new Wrong("\"" + line.text().strip() + "\" holds more than words and values", "", line.spot());
        }
    }

    private static Wrong unknown(Line line) {
        return new Wrong("no sentence says \"" + line.text().strip() + "\"", "", line.spot());
    }
}
