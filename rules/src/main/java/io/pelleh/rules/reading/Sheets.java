package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.grid.GridJson;
import io.pelleh.rules.grid.GridRules;
import io.pelleh.rules.grid.NotAGrid;
import io.pelleh.rules.grid.Sheet;
import io.pelleh.rules.grid.SheetReader;
import io.pelleh.rules.grid.Spots;
import io.pelleh.rules.text.PlacedText;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.template.parser.DataListener;
import org.drools.template.parser.DecisionTableParseException;

/**
 * Decision tables turned into DRL: those a grid can show by us, cell by cell; others in Drools' format by Drools itself.
 */
final class Sheets {

    private static final Pattern ROW = Pattern.compile("// rule values at ([A-Z]+[0-9]+), header at .*");
    /** The RuleSet cell may hold any name: what counts is the path of the file. */
    private static final Pattern PACKAGE = Pattern.compile("\\Apackage .*");

    private static final String HINT = "see Drools' decision table format: RuleSet, RuleTable, CONDITION, ACTION";

    private static final Pattern CELL = Pattern.compile("\\b([A-Z]{1,2}[0-9]{1,5})\\b");

    private Sheets() {}

    static PlacedText grid(RuleFile file, Vocabulary vocabulary) {
        return GridRules.drl(vocabulary, new GridJson(vocabulary).asWritten(file.bytes()), Spots.pointers());
    }

    static PlacedText drl(Sheet sheet, Vocabulary vocabulary) {
        try {
            SheetReader.Placed placed = SheetReader.read(vocabulary, sheet);
            if (placed.grid().rows().isEmpty()) {
                throw new Wrong("the table has no rows", HINT);
            }
            return GridRules.drl(vocabulary, placed.grid(), placed.spots());
        } catch (NotAGrid e) {
            return byDrools(sheet);
        }
    }

    private static PlacedText byDrools(Sheet sheet) {
        try {
            DefaultRuleSheetListener listener = new DefaultRuleSheetListener();
            listener.startSheet("Rules");
            for (int row = 0; row < sheet.rows().size(); row++) {
                show(sheet, row, listener);
            }
            listener.finishSheet();
            String text = new SpreadsheetCompiler().listenerToString(listener);
            if (!text.contains("\nrule ")) {
                throw new Wrong("the table has no rows", HINT);
            }
            return new PlacedText(Script.normal(PACKAGE.matcher(text).replaceFirst("")), cells(text), List.of());
        } catch (DecisionTableParseException e) {
            String reason = String.valueOf(e.getMessage());
            Matcher cell = CELL.matcher(reason);
            throw new Wrong(reason, HINT, cell.find() ? cell.group(1) : "");
        }
    }

    private static void show(Sheet sheet, int row, DataListener listener) {
        int width = sheet.rows().get(row).size();
        listener.newRow(row, width);
        Map<String, Integer> merged = new HashMap<>();
        for (int column = 0; column < width; column++) {
            String text = sheet.cell(row, column);
            if (text.endsWith(Sheet.MERGED)) {
                int first = merged.putIfAbsent(text, column) == null ? column : merged.get(text);
                listener.newCell(row, column, text.substring(0, text.length() - Sheet.MERGED.length()), first);
            } else {
                listener.newCell(row, column, text, DataListener.NON_MERGED);
            }
        }
    }

    private static List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        String cell = "";
        for (String line : text.split("\n", -1)) {
            Matcher row = ROW.matcher(line.strip());
            cell = row.matches() ? row.group(1) : cell;
            cells.add(cell);
        }
        return cells;
    }
}
