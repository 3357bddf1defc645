package io.pelleh.rules.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The DRL that a file stands for.
 *
 * @param cells for a table, the first cell of the row that each line of the text comes from; else null
 */
record Drl(RuleFile file, String text, @Nullable List<String> cells) {

    boolean table() {
        return cells != null;
    }

    Problem.Place place(int line) {
        if (cells == null) {
            return new Problem.Place(line, "");
        }
        boolean known = line > 0 && line <= cells.size();
        return known ? new Problem.Place(0, cells.get(line - 1)) : Problem.Place.FILE;
    }
}
