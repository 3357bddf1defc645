package io.pelleh.rules.reading;

import java.util.List;

/**
 * The cells of a sheet as Drools sees them, with their own addresses.
 *
 * @param rows texts, row by row; short rows are as they are
 */
record Grid(List<List<String>> rows) {

    private static final int LETTERS = 26;

    Grid {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The text of a cell without spaces around it, or empty. */
    String at(int row, int column) {
        List<String> cells = row < rows.size() ? rows.get(row) : List.of();
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    int width(int row) {
        return row < rows.size() ? rows.get(row).size() : 0;
    }

    boolean blank(int row) {
        return row >= rows.size() || rows.get(row).stream().allMatch(String::isBlank);
    }

    /** {@code A1} for the first. */
    static String address(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.append(row + 1).toString();
    }

    /** The row of a cell, from 0; -1 for none. */
    static int row(String address) {
        String digits = address.replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 6 ? -1 : Integer.parseInt(digits) - 1;
    }
}
