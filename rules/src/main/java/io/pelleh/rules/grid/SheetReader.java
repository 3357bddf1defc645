package io.pelleh.rules.grid;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.grid.Column.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads Drools' own decision-table format as a grid, as far as a grid can show it. */
public final class SheetReader {

    private static final String TABLE = "RuleTable";
    private static final int HEADINGS = 5;
    private static final Set<String> BEFORE = Set.of("ruleset", "notes");

    private final Vocabulary vocabulary;
    private final Sheet sheet;
    private final int top;
    private final int left;
    private final List<Integer> places = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private SheetReader(Vocabulary vocabulary, Sheet sheet, int top, int left) {
        this.vocabulary = vocabulary;
        this.sheet = sheet;
        this.top = top;
        this.left = left;
    }

    /** A grid and where its rows and cells stand in the sheet. */
    public record Placed(Grid grid, Spots spots) {}

    /** @throws NotAGrid when the sheet is no table, or says what no grid can show */
    public static Placed read(Vocabulary vocabulary, Sheet sheet) {
        for (int row = 0; row < sheet.rows().size(); row++) {
            int first = first(sheet, row);
            String text = sheet.cell(row, first).strip();
            if (text.startsWith(TABLE)) {
                return new SheetReader(vocabulary, sheet, row, first).placed();
            }
            if (!text.isEmpty() && !BEFORE.contains(text.toLowerCase(Locale.ROOT))) {
                throw new NotAGrid("\"" + text + "\" stands above the table");
            }
        }
        throw new NotAGrid("there is no RuleTable");
    }

    /** The first column with a text. */
    private static int first(Sheet sheet, int row) {
        int column = 0;
        while (column < sheet.rows().get(row).size() && sheet.cell(row, column).isBlank()) {
            column++;
        }
        return column;
    }

    private Placed placed() {
        headings();
        List<List<List<String>>> rows = new ArrayList<>();
        for (int row = top + HEADINGS; row < sheet.rows().size(); row++) {
            if (sheet.cell(row, left).strip().startsWith(TABLE)) {
                throw new NotAGrid("there is a second table below the first");
            }
            List<List<String>> cells = cells(row);
            if (!Grid.empty(cells)) {
                rows.add(cells);
                lines.add(row);
            }
        }
        String title = sheet.cell(top, left).strip().substring(TABLE.length()).strip();
        List<Column> columns = headings.stream().map(Heading::column).toList();
        Grid grid = Grid.normal(vocabulary, new Grid(title, notes(), columns, rows));
        return new Placed(grid, spots());
    }

    private String notes() {
        for (int row = 0; row < top; row++) {
            int first = first(sheet, row);
            if (sheet.cell(row, first).strip().equalsIgnoreCase("notes")) {
                return sheet.cell(row, first + 1);
            }
        }
        return "";
    }

    private void headings() {
        HeadingReader reader = new HeadingReader(vocabulary);
        Map<String, String> shared = new HashMap<>();
        for (int column = left; column < sheet.width(top + 1); column++) {
            String kind = sheet.cell(top + 1, column).strip();
            if (kind.isEmpty()) {
                continue;
            }
            String object = sheet.cell(top + 2, column).strip();
            Heading heading = reader.read(new HeadingReader.Cells(
                    kind, object, sheet.cell(top + 3, column).strip(), sheet.cell(top + 4, column)));
            if (heading.column().kind() == Kind.CONDITION) {
                oneLine(shared, object, object.endsWith(Sheet.MERGED) ? object : object + column);
            }
            headings.add(heading);
            places.add(column);
        }
    }

    /** All columns about lines of the basket are about the same line, and all about former purchases about the same. */
    private static void oneLine(Map<String, String> shared, String object, String name) {
        for (String type : List.of("Item", "Bought")) {
            boolean about = object.matches("(?s).*\\b" + type + "\\b.*");
            String before = about ? shared.putIfAbsent(type, name) : null;
            if (before != null && !before.equals(name)) {
                throw new NotAGrid("columns look at different lines of the basket");
            }
        }
    }

    private List<List<String>> cells(int row) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            cells.add(headings.get(i).values(sheet.cell(row, places.get(i))));
        }
        return cells;
    }

    private Spots spots() {
        return new Spots() {
            @Override
            public String row(int row) {
                return Sheet.name(lines.get(row), left);
            }

            @Override
            public String cell(int row, int column) {
                return Sheet.name(lines.get(row), places.get(column));
            }
        };
    }
}
