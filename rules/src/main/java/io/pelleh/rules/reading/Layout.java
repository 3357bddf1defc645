package io.pelleh.rules.reading;

import io.pelleh.rules.reading.Problem.Place;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What the cells of a decision table are for: Drools' own layout, read before Drools reads it. */
final class Layout {

    private static final int MAX_ROWS = 20_000;
    private static final int MAX_COLUMNS = 64;
    private static final int OBJECTS = 2;
    private static final int CODES = 3;
    private static final int DATA = 5;

    /** Words above a table that would make Drools do more than read it. */
    private static final Set<String> REFUSED = Set.of(
            "import",
            "variables",
            "functions",
            "queries",
            "declare",
            "unit",
            "dialect",
            "sequential",
            "escapequotes",
            "sequentialminpriority",
            "sequentialmaxpriority",
            "numericdisabled",
            "ignorenumericformat",
            "priority",
            "duration",
            "timer",
            "enabled",
            "calendars",
            "no-loop",
            "lock-on-active",
            "auto-focus",
            "activation-group",
            "agenda-group",
            "ruleflow-group",
            "date-effective",
            "date-expires",
            "salience",
            "metadata");

    private final Grid grid;
    private final List<Table> tables = new ArrayList<>();

    /** One table of a sheet: its rows and its first column, from 0. */
    private record Table(int start, int first, int end) {}

    /** A cell that becomes part of a rule, and what stands above it. */
    record Slot(int row, int column, ColumnKind kind, String object, String code, String cell) {

        Optional<Wrong> escapes() {
            return CellText.escapes(this);
        }
    }

    Layout(Grid grid) {
        this.grid = grid;
        for (int row = 0; row < grid.rows().size(); row++) {
            int first = start(row);
            if (first >= 0) {
                tables.add(new Table(row, first, end(row)));
            }
        }
    }

    private int start(int row) {
        for (int column = 0; column < grid.width(row); column++) {
            if (grid.at(row, column).toLowerCase(Locale.ROOT).startsWith("ruletable")) {
                return column;
            }
        }
        return -1;
    }

    /** The row behind the last one: a blank row or another table ends a table. */
    private int end(int start) {
        int row = start + DATA;
        while (row < grid.rows().size() && !grid.blank(row) && start(row) < 0) {
            row++;
        }
        return row;
    }

    /** Tells everything about the cells themselves that keeps the table from being read. */
    void check(BiConsumer<Place, Wrong> tell) {
        if (grid.rows().size() > MAX_ROWS) {
            tell.accept(Place.FILE, new Wrong("a sheet has no more than " + MAX_ROWS + " rows", "split it"));
            return;
        }
        for (int row = 0; row < grid.rows().size(); row++) {
            if (grid.width(row) > MAX_COLUMNS && !grid.at(row, MAX_COLUMNS).isEmpty()) {
                tell.accept(
                        place(row, MAX_COLUMNS), new Wrong("a table has no more than " + MAX_COLUMNS + " columns", ""));
                return;
            }
            above(row, tell);
        }
        tables.forEach(table -> check(table, tell));
    }

    private void above(int row, BiConsumer<Place, Wrong> tell) {
        for (Table table : tables) {
            if (row >= table.start() && row < table.end()) {
                return;
            }
        }
        for (int column = 0; column < grid.width(row); column++) {
            String word = grid.at(row, column);
            if (REFUSED.contains(word.toLowerCase(Locale.ROOT))) {
                tell.accept(place(row, column), new Wrong("\"" + word + "\" has no meaning here", "leave the row out"));
            }
            if (!word.isEmpty()) {
                return;
            }
        }
    }

    private void check(Table table, BiConsumer<Place, Wrong> tell) {
        for (int column = table.first(); column < grid.width(table.start() + 1); column++) {
            String word = grid.at(table.start() + 1, column);
            if (ColumnKind.of(word) == ColumnKind.UNKNOWN) {
                String hint = "known are NAME, DESCRIPTION, CONDITION, ACTION, PRIORITY, METADATA and the dates";
                tell.accept(
                        place(table.start() + 1, column), new Wrong("\"" + word + "\" is not a kind of column", hint));
            }
            code(table, column, tell);
        }
        for (int row = table.start() + DATA; row < table.end(); row++) {
            for (Slot slot : slots(table, row)) {
                slot.escapes().ifPresent(wrong -> tell.accept(place(slot.row(), slot.column()), wrong));
            }
        }
    }

    private void code(Table table, int column, BiConsumer<Place, Wrong> tell) {
        for (int row = table.start() + OBJECTS; row <= table.start() + CODES; row++) {
            String hidden = CellText.code(grid.at(row, column));
            if (!hidden.isEmpty()) {
                tell.accept(place(row, column), new Wrong(hidden, "write attribute operator $param"));
            }
        }
    }

    static Place place(int row, int column) {
        return new Place(0, Grid.address(row, column));
    }

    /** The cells of a row that become parts of its rule. */
    List<Slot> slots(int row) {
        for (Table table : tables) {
            if (row >= table.start() + DATA && row < table.end()) {
                return slots(table, row);
            }
        }
        return List.of();
    }

    private List<Slot> slots(Table table, int row) {
        List<Slot> slots = new ArrayList<>();
        for (int column = table.first(); column < grid.width(row); column++) {
            ColumnKind kind = ColumnKind.of(grid.at(table.start() + 1, column));
            String cell = grid.at(row, column);
            if (kind != ColumnKind.NONE && !cell.isEmpty()) {
                String object = grid.at(table.start() + OBJECTS, column);
                slots.add(new Slot(row, column, kind, object, grid.at(table.start() + CODES, column), cell));
            }
        }
        return slots;
    }

    /** Where the code above a cell stands. */
    Place code(Slot slot) {
        for (Table table : tables) {
            if (slot.row() >= table.start() + DATA && slot.row() < table.end()) {
                return place(table.start() + CODES, slot.column());
            }
        }
        return place(slot.row(), slot.column());
    }
}
