package io.pelleh.rules.reading;

import io.pelleh.rules.text.PlacedText;
import io.pelleh.rules.text.Wrong;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The DRL that a file stands for.
 *
 * @param table whether its rules are rows
 * @param spots where in the file each line of the text comes from; empty when it is the file's own line
 * @param cells for a sheet, what finds the cell that is wrong in a row
 */
record Drl(
        RuleFile file,
        String text,
        boolean table,
        List<String> spots,
        @Nullable Cells cells) {

    static Drl own(RuleFile file, String text) {
        return new Drl(file, text, false, List.of(), null);
    }

    static Drl placed(RuleFile file, PlacedText text) {
        return new Drl(file, text.text(), false, text.spots(), null);
    }

    /** @param cells null for a grid, whose cells are all known */
    static Drl table(RuleFile file, PlacedText text, @Nullable Cells cells) {
        return new Drl(file, text.text(), true, text.spots(), cells);
    }

    Problem.Place place(int line) {
        if (spots.isEmpty()) {
            return new Problem.Place(line, "");
        }
        boolean known = line > 0 && line <= spots.size();
        return known ? Problem.Place.of(spots.get(line - 1)) : Problem.Place.FILE;
    }

    /** What is wrong on a line, at the cells where it comes from. */
    List<Problem> problems(int line, String rule, Wrong wrong) {
        Problem problem = new Problem(file.path(), place(line), rule, wrong.reason(), wrong.hint());
        return cells == null ? List.of(problem) : cells.closer(problem);
    }

    /** The line on which what follows {@code then} begins. */
    int consequence(int then) {
        String[] lines = text.split("\n", -1);
        if (then < 1 || then > lines.length) {
            return then;
        }
        String first = lines[then - 1];
        int word = first.indexOf("then");
        int line = word >= 0 && first.substring(word + "then".length()).isBlank() ? then + 1 : then;
        while (line < lines.length && line > then && lines[line - 1].isBlank()) {
            line++;
        }
        return line;
    }
}
