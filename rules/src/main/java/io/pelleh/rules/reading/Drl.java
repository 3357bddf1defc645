package io.pelleh.rules.reading;

import io.pelleh.rules.text.PlacedText;
import java.util.List;

/**
 * The DRL that a file stands for.
 *
 * @param table whether its rules are rows
 * @param spots where in the file each line of the text comes from; empty when it is the file's own line
 */
record Drl(RuleFile file, String text, boolean table, List<String> spots) {

    static Drl own(RuleFile file, String text) {
        return new Drl(file, text, false, List.of());
    }

    static Drl placed(RuleFile file, boolean table, PlacedText text) {
        return new Drl(file, text.text(), table, text.spots());
    }

    Problem.Place place(int line) {
        if (spots.isEmpty()) {
            return new Problem.Place(line, "");
        }
        boolean known = line > 0 && line <= spots.size();
        return known ? Problem.Place.of(spots.get(line - 1)) : Problem.Place.FILE;
    }
}
