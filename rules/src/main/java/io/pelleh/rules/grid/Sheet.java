package io.pelleh.rules.grid;

import java.util.List;

/**
 * The texts of a spreadsheet, row by row; cells merged with their neighbours end with {@code ...}, as Drools writes it.
 */
public record Sheet(List<List<String>> rows) {

    /** What Drools' format puts behind a text that is meant for several columns. */
    public static final String MERGED = "...";

    private static final int LETTERS = 26;

    public Sheet {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The text of a cell, counted from 0; empty outside. */
    public String cell(int row, int column) {
        if (row >= rows.size() || column >= rows.get(row).size()) {
            return "";
        }
        return rows.get(row).get(column);
    }

    int width(int row) {
        int width = row < rows.size() ? rows.get(row).size() : 0;
        while (width > 0 && cell(row, width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    /** How people call a cell: {@code B9}. */
    static String name(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.append(row + 1).toString();
    }
}
