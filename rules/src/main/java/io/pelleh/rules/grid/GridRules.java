package io.pelleh.rules.grid;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.grid.Column.Kind;
import io.pelleh.rules.guided.Frame;
import io.pelleh.rules.guided.GuidedRule;
import io.pelleh.rules.guided.GuidedRule.Wish;
import io.pelleh.rules.guided.GuidedWriter;
import io.pelleh.rules.guided.Node;
import io.pelleh.rules.guided.Node.Test;
import io.pelleh.rules.text.Flaw;
import io.pelleh.rules.text.PlacedText;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the rows of a grid into promotions, and those into DRL. */
public final class GridRules {

    private final Grid grid;
    private final Spots spots;

    private GridRules(Grid grid, Spots spots) {
        this.grid = grid;
        this.spots = spots;
    }

    /** @throws Wrong when no row can have a name or an effect */
    public static PlacedText drl(Vocabulary vocabulary, Grid grid, Spots spots) {
        GridRules rules = new GridRules(grid, spots);
        if (grid.columns().stream().filter(c -> c.kind() == Kind.NAME).count() != 1) {
            throw new Wrong("the table has not exactly one column of names", "every row is a promotion with its own");
        }
        GuidedWriter writer = new GuidedWriter(vocabulary);
        for (int row = 0; row < grid.rows().size(); row++) {
            if (!Grid.empty(grid.rows().get(row))) {
                rules.add(writer, row);
            }
        }
        return writer.written();
    }

    private void add(GuidedWriter writer, int row) {
        GuidedRule rule = rule(row);
        if (rule.then().isEmpty()) {
            writer.flaw(new Flaw(rule.spot(), rule.name(), "the row asks for nothing", "fill in an effect"));
        } else {
            writer.add(rule, List.of(), List.of());
        }
    }

    private GuidedRule rule(int row) {
        String name = "";
        Map<String, String> frame = new HashMap<>();
        List<Node> tests = new ArrayList<>();
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < grid.columns().size(); i++) {
            Column column = grid.columns().get(i);
            List<String> cell = grid.rows().get(row).get(i);
            String spot = spots.cell(row, i);
            if (cell.isEmpty()) {
                continue;
            }
            switch (column.kind()) {
                case NAME -> name = cell.getFirst();
                case NOTE -> {}
                case CONDITION -> tests.add(new Test(column.of(), column.operator(), cell, "", spot));
                case EFFECT ->
                    wishes.add(new Wish(column.of(), column.parameters().isEmpty() ? List.of() : cell, spot));
                default -> frame.put(column.kind().word(), cell.getFirst());
            }
        }
        String spot = spots.row(row);
        return new GuidedRule(name, spot, new Frame(frame), new Node.All(tests, spot), wishes);
    }
}
