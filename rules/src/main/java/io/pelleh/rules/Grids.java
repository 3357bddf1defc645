package io.pelleh.rules;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.grid.CsvSheet;
import io.pelleh.rules.grid.Grid;
import io.pelleh.rules.grid.GridJson;
import io.pelleh.rules.grid.NotAGrid;
import io.pelleh.rules.grid.Sheet;
import io.pelleh.rules.grid.SheetReader;
import io.pelleh.rules.grid.SheetWriter;
import io.pelleh.rules.grid.XlsxSheet;
import io.pelleh.rules.reading.Library;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.RulesRejected;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.vocabulary.ShopAttributes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Turns decision tables into the JSON grid of a browser and back, without loss. */
public final class Grids {

    private final Vocabulary vocabulary;

    /** @param files of the release, which may declare attributes of the shop's own */
    public Grids(Map<String, byte[]> files) {
        byte[] own = files.get(ShopAttributes.PATH);
        this.vocabulary = own == null
                ? Vocabulary.builtIn()
                : ShopAttributes.read(new String(own, StandardCharsets.UTF_8)).vocabulary();
    }

    /** Whether a file of this path is a table. */
    public static boolean isTable(String path) {
        boolean ending = path.endsWith(".csv") || path.endsWith(".xlsx") || path.endsWith(".grid.json");
        return ending && !Library.isList(path);
    }

    /**
     * A table as a JSON grid.
     *
     * @param path of a table
     * @throws RulesRejected when it cannot be read, or says what no grid can show
     */
    public byte[] json(String path, byte[] file) {
        try {
            return new GridJson(vocabulary).write(grid(path, file));
        } catch (Wrong wrong) {
            throw rejected(path, wrong);
        } catch (NotAGrid e) {
            throw rejected(path, new Wrong("the table cannot be shown as a grid: " + e.why(), "edit it as a file"));
        }
    }

    private Grid grid(String path, byte[] file) {
        if (path.endsWith(".grid.json")) {
            return new GridJson(vocabulary).read(file);
        }
        Sheet sheet = path.endsWith(".xlsx") ? XlsxSheet.read(file) : CsvSheet.read(file);
        return SheetReader.read(vocabulary, sheet).grid();
    }

    /**
     * A JSON grid as a file.
     *
     * @param path of the file, whose ending says what it becomes
     * @throws RulesRejected with JSON pointers when the grid cannot be read
     */
    public byte[] file(String path, byte[] json) {
        try {
            Grid grid = new GridJson(vocabulary).read(json);
            if (path.endsWith(".xlsx")) {
                return SheetWriter.xlsx(vocabulary, grid);
            }
            return path.endsWith(".csv") ? SheetWriter.csv(vocabulary, grid) : new GridJson(vocabulary).write(grid);
        } catch (Wrong wrong) {
            throw rejected(path, wrong);
        }
    }

    private static RulesRejected rejected(String path, Wrong wrong) {
        Problem.Place place = Problem.Place.of(wrong.spot());
        return new RulesRejected(List.of(new Problem(path, place, "", wrong.reason(), wrong.hint())));
    }
}
