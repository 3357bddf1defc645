package io.pelleh.rules.reading;

import io.pelleh.rules.reading.Problem.Place;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the cells of a row of a table that are to blame for what is wrong with its rule. */
final class Cells {

    private final Layout layout;
    private final CellTrial trial;
    private final Set<Place> told = new HashSet<>();

    Cells(Layout layout, CellTrial trial) {
        this.layout = layout;
        this.trial = trial;
    }

    /** At the cells that cannot be read on their own, once for each that stands above many, or else where it was. */
    List<Problem> closer(Problem problem) {
        List<Problem> problems = new ArrayList<>();
        boolean found = false;
        for (Layout.Slot slot : layout.slots(Grid.row(problem.place().cell()))) {
            Optional<Wrong> cell = trial.wrong(slot);
            found |= cell.isPresent();
            cell.filter(wrong -> told.add(place(slot)))
                    .ifPresent(wrong -> problems.add(
                            new Problem(problem.file(), place(slot), problem.rule(), wrong.reason(), wrong.hint())));
        }
        return found ? problems : List.of(problem);
    }

    private Place place(Layout.Slot slot) {
        return trial.hopeless(slot) ? layout.code(slot) : Layout.place(slot.row(), slot.column());
    }
}
