package io.pelleh.rules.grid;

import io.pelleh.engine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * A decision table: each row is a promotion with its own name, validity and priority.
 *
 * @param title what the table is called
 * @param notes what it is for, or empty
 * @param rows for each row a cell for each column; a cell is empty, one value, or several
 */
public record Grid(String title, String notes, List<Column> columns, List<List<List<String>>> rows) {

    public Grid {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A grid as it is kept: cells made normal, rows as long as the columns, empty rows left out. */
    static Grid normal(Vocabulary vocabulary, Grid written) {
        List<List<List<String>>> rows = new ArrayList<>();
        for (List<List<String>> row : written.rows()) {
            List<List<String>> cells = new ArrayList<>();
            for (int i = 0; i < written.columns().size(); i++) {
                List<String> cell = i < row.size() ? row.get(i) : List.of();
                cells.add(written.columns().get(i).normal(vocabulary, cell));
            }
            if (!empty(cells)) {
                rows.add(cells);
            }
        }
        String title = written.title().replaceAll("\\s+", " ").strip();
        return new Grid(title.isEmpty() ? "table" : title, written.notes().strip(), written.columns(), rows);
    }

    static boolean empty(List<List<String>> cells) {
        return cells.stream().allMatch(cell -> cell.stream().allMatch(String::isBlank));
    }
}
