package io.pelleh.rules.grid;

import io.pelleh.rules.text.Wrong;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Sheets as XLSX workbooks: the first sheet counts; formulas, links and macros are refused in all. */
public final class XlsxSheet {

    private static final int MAX_ROWS = 60_000;
    private static final int MAX_COLUMNS = 200;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})");
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxSheet() {}

    /** @throws Wrong when it cannot be opened or holds more than values */
    public static Sheet read(byte[] bytes) {
        Archive.check(bytes);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(XlsxSheet::refuseFormula)));
            return texts(book.getSheetAt(0));
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | POIXMLException
                | OpenXML4JRuntimeException e) {
            throw new Wrong("the workbook cannot be opened", "save it as .xlsx again");
        }
    }

    private static void refuseFormula(Cell cell) {
        switch (cell.getCellType()) {
            case FORMULA ->
                throw new Wrong(
                        "cell " + cell.getAddress() + " holds a formula",
                        "paste it as a value",
                        cell.getAddress().formatAsString());
            case ERROR ->
                throw new Wrong(
                        "cell " + cell.getAddress() + " holds an error",
                        "clear it",
                        cell.getAddress().formatAsString());
            case STRING, NUMERIC, BOOLEAN, BLANK, _NONE -> {}
        }
    }

    private static Sheet texts(XSSFSheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() >= MAX_ROWS || row.getLastCellNum() > MAX_COLUMNS) {
                throw new Wrong("the sheet is too large", "a table has at most 60,000 rows and 200 columns");
            }
            while (rows.size() <= row.getRowNum()) {
                rows.add(new ArrayList<>());
            }
            for (Cell cell : row) {
                put(rows.get(row.getRowNum()), cell.getColumnIndex(), text(cell));
            }
        }
        sheet.getMergedRegions().forEach(region -> spread(rows, region));
        return new Sheet(rows);
    }

    private static void put(List<String> row, int column, String text) {
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, text);
    }

    /** A text across several cells of a row stands in each. */
    private static void spread(List<List<String>> rows, CellRangeAddress region) {
        int at = region.getFirstRow();
        boolean wide = region.getLastColumn() > region.getFirstColumn() && region.getLastColumn() < MAX_COLUMNS;
        if (at >= rows.size() || !wide || rows.get(at).size() <= region.getFirstColumn()) {
            return;
        }
        String text = rows.get(at).get(region.getFirstColumn());
        if (text.isEmpty()) {
            return;
        }
        for (int column = region.getFirstColumn(); column <= region.getLastColumn(); column++) {
            put(rows.get(at), column, text.endsWith(Sheet.MERGED) ? text : text + Sheet.MERGED);
        }
    }

    private static String text(Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC -> number(cell);
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case STRING -> cell.getStringCellValue();
            case FORMULA, ERROR, BLANK, _NONE -> "";
        };
    }

    private static String number(Cell cell) {
        return DateUtil.isCellDateFormatted(cell)
                ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                : BigDecimal.valueOf(cell.getNumericCellValue())
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** @param numbers columns whose whole numbers become numbers */
    static byte[] write(Sheet sheet, List<Boolean> numbers) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet to = book.createSheet("Rules");
            for (int r = 0; r < sheet.rows().size(); r++) {
                fill(to.createRow(r), sheet.rows().get(r), numbers);
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Row row, List<String> texts, List<Boolean> numbers) {
        for (int column = 0; column < texts.size(); column++) {
            boolean number = column < numbers.size() && numbers.get(column);
            fill(row.createCell(column), texts.get(column), number);
        }
    }

    private static void fill(Cell cell, String text, boolean number) {
        if (number && NUMBER.matcher(text).matches()) {
            cell.setCellValue((double) Long.parseLong(text));
        } else if (!text.isEmpty()) {
            cell.setCellValue(ESCAPE.matcher(text).replaceAll("_x005F_"));
        }
    }
}
