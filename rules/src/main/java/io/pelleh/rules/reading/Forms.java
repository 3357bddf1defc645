package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.grid.CsvSheet;
import io.pelleh.rules.grid.Sheet;
import io.pelleh.rules.grid.XlsxSheet;
import io.pelleh.rules.guided.GuidedJson;
import io.pelleh.rules.guided.GuidedWriter;
import io.pelleh.rules.sentence.SentenceReader;
import io.pelleh.rules.text.PlacedText;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms in which rules are written, all turned into DRL. */
final class Forms {

    private final Map<String, byte[]> files;
    private final ZoneId zone;
    private final Vocabulary vocabulary;
    private final Problems problems;

    Forms(Map<String, byte[]> files, ZoneId zone, Vocabulary vocabulary, Problems problems) {
        this.zone = zone;
        this.files = files;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /**
     * The DRL of a file, or null when what is wrong with it was told to the problems.
     *
     * @throws Wrong when nothing of the file can be read
     */
    @Nullable
    Drl drl(RuleFile file) {
        return switch (file.ending()) {
            case "csv" -> csv(file);
            case "xlsx" -> workbook(file);
            case "grid.json" -> Drl.table(file, told(file, Sheets.grid(file, vocabulary)), null);
            case "guided.json" ->
                Drl.placed(file, told(file, GuidedWriter.drl(vocabulary, GuidedJson.read(file.bytes()))));
            case "dslr" -> plain(file) ? sentences(file) : null;
            case "drl" -> plain(file) ? Drl.own(file, Script.normal(file.text())) : null;
            default ->
                throw new Wrong(
                        "." + file.ending() + " files hold no rules",
                        "use .csv, .xlsx, .grid.json, .dslr, .guided.json or .drl");
        };
    }

    private boolean plain(RuleFile file) {
        int before = problems.found();
        HiddenCharacters.find(file, file.text(), problems);
        return problems.found() == before;
    }

    private Drl sentences(RuleFile file) {
        return Drl.placed(file, told(file, SentenceReader.drl(vocabulary, file.text(), dictionary(file))));
    }

    /** A quote that never closes would swallow all rows below it. */
    private @Nullable Drl csv(RuleFile file) {
        int open = -1;
        int row = 0;
        for (String line : file.text().lines().toList()) {
            boolean odd = line.chars().filter(c -> c == '"').count() % 2 != 0;
            open = odd ? (open < 0 ? row : -1) : open;
            row++;
        }
        if (open >= 0) {
            throw new Wrong("the quotes of a cell do not close", "save it as CSV again", Grid.address(open, 0));
        }
        return table(file, CsvSheet.read(file.bytes()));
    }

    private @Nullable Drl workbook(RuleFile file) {
        int before = problems.found();
        new WorkbookParts(file, problems).check();
        return problems.found() == before ? table(file, XlsxSheet.read(file.bytes())) : null;
    }

    private @Nullable Drl table(RuleFile file, Sheet sheet) {
        int before = problems.found();
        Layout layout = new Layout(new Grid(sheet.rows()));
        layout.check((place, wrong) -> problems.add(new Problem(file.path(), place, "", wrong.reason(), wrong.hint())));
        if (problems.found() > before) {
            return null;
        }
        PlacedText text = Sheets.drl(sheet, vocabulary);
        Cells cells = new Cells(layout, new CellTrial(zone, vocabulary));
        text.flaws().forEach(flaw -> {
            Problem.Place place = Problem.Place.of(flaw.spot());
            Problem problem = new Problem(file.path(), place, flaw.rule(), flaw.reason(), flaw.hint());
            List<Problem> found = flaw.spot().startsWith("A") ? cells.closer(problem) : List.of(problem);
            found.forEach(problems::add);
        });
        return Drl.table(file, text, cells);
    }

    private PlacedText told(RuleFile file, PlacedText text) {
        text.flaws().forEach(flaw -> problems.add(file, flaw));
        return text;
    }

    /** The folder's own dictionary of the name that the script begins with. */
    private @Nullable String dictionary(RuleFile file) {
        Optional<String> name = SentenceReader.dictionary(file.text());
        String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        byte[] bytes = name.isEmpty() ? null : files.get(folder + name.get() + ".dsl");
        return bytes == null ? null : new RuleFile(folder, bytes).text();
    }
}
