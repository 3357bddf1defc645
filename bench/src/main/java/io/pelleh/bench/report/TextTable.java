package io.pelleh.bench.report;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown, its columns aligned, to be read in a terminal and pasted into a README. */
public final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row with as many cells as there are headings. */
    public TextTable row(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException("a row needs " + rows.getFirst().size() + " cells");
        }
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            append(text, rows.get(i));
            if (i == 0) {
                append(text, rows.getFirst().stream().map(heading -> "---").toList());
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            text.append(column == 0 ? "| " : " | ").append(cell).append(" ".repeat(width(column) - cell.length()));
        }
        text.append(" |\n");
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
