package io.pelleh.rules.reading;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.text.Script;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.template.parser.DecisionTableParseException;

/** Decision tables in Drools' own spreadsheet format, turned into DRL by Drools itself. */
final class Sheets {

    private static final Pattern ROW = Pattern.compile("// rule values at ([A-Z]+[0-9]+), header at .*");
    /** The RuleSet cell may hold any name: what counts is the path of the file. */
    private static final Pattern PACKAGE = Pattern.compile("\\Apackage .*");

    private static final String HINT = "see Drools' decision table format: RuleSet, RuleTable, CONDITION, ACTION";

    private Sheets() {}

    static Drl csv(RuleFile file) {
        byte[] text = file.text().replace("\ufeff", "").getBytes(StandardCharsets.UTF_8);
        return drl(file, new ByteArrayInputStream(text), InputType.CSV);
    }

    static Drl xlsx(RuleFile file) {
        try (XSSFWorkbook book = new XSSFWorkbook(file.open())) {
            book.forEach(Sheets::refuseFormulas);
        } catch (IOException | EmptyFileException | UnsupportedFileFormatException | OpenXML4JRuntimeException e) {
            throw new Wrong("the workbook cannot be opened", "save it as .xlsx again");
        }
        return drl(file, file.open(), InputType.XLS);
    }

    private static void refuseFormulas(Sheet sheet) {
        for (Row row : sheet) {
            row.forEach(Sheets::refuseFormula);
        }
    }

    private static void refuseFormula(Cell cell) {
        if (cell.getCellType() == CellType.FORMULA) {
            throw new Wrong("cell " + cell.getAddress() + " holds a formula", "paste it as a value");
        }
    }

    private static Drl drl(RuleFile file, InputStream sheet, InputType type) {
        try {
            String text = new SpreadsheetCompiler().compile(sheet, type);
            if (!text.contains("\nrule ")) {
                throw new Wrong("the table has no rows", HINT);
            }
            return new Drl(file, Script.normal(PACKAGE.matcher(text).replaceFirst("")), true, cells(text));
        } catch (DecisionTableParseException e) {
            throw new Wrong(String.valueOf(e.getMessage()), HINT);
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
