package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.guided.GuidedJson;
import io.pelleh.rules.guided.GuidedWriter;
import io.pelleh.rules.sentence.SentenceReader;
import io.pelleh.rules.text.PlacedText;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms in which rules are written, all turned into DRL. */
final class Forms {

    private static final int MAX_BYTES = 8 << 20;

    private final Map<String, byte[]> files;
    private final Vocabulary vocabulary;
    private final Problems problems;

    Forms(Map<String, byte[]> files, Vocabulary vocabulary, Problems problems) {
        this.files = files;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** @throws Wrong when nothing of the file can be read; what is wrong in single rules is told to the problems */
    Drl drl(RuleFile file) {
        if (file.size() > MAX_BYTES) {
            throw new Wrong("the file is larger than 8 MiB", "split it");
        }
        return switch (file.ending()) {
            case "csv" -> placed(file, true, Sheets.csv(file, vocabulary));
            case "xlsx" -> placed(file, true, Sheets.xlsx(file, vocabulary));
            case "grid.json" -> placed(file, true, Sheets.grid(file, vocabulary));
            case "guided.json" -> placed(file, false, GuidedWriter.drl(vocabulary, GuidedJson.read(file.bytes())));
            case "dslr" -> placed(file, false, SentenceReader.drl(vocabulary, file.text(), dictionary(file)));
            case "drl" -> Drl.own(file, Script.normal(file.text()));
            default ->
                throw new Wrong(
                        "." + file.ending() + " files hold no rules",
                        "use .csv, .xlsx, .grid.json, .dslr, .guided.json or .drl");
        };
    }

    private Drl placed(RuleFile file, boolean table, PlacedText text) {
        text.flaws().forEach(flaw -> problems.add(file, flaw));
        return Drl.placed(file, table, text);
    }

    /** The folder's own dictionary of the name that the script begins with. */
    private @Nullable String dictionary(RuleFile file) {
        Optional<String> name = SentenceReader.dictionary(file.text());
        String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        byte[] bytes = name.isEmpty() ? null : files.get(folder + name.get() + ".dsl");
        return bytes == null ? null : new RuleFile(folder, bytes).text();
    }
}
