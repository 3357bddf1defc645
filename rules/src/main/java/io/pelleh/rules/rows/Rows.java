package io.pelleh.rules.rows;

import io.pelleh.rules.match.Matches;
import io.pelleh.rules.reading.WrittenRule;
import java.util.Map;
import org.kie.api.KieBase;

/** The table rows of one stage, evaluated as facts. */
public final class Rows {

    /** Up to here one look at each row is cheaper than any session: 2-3 µs. */
    private static final int FEW = 32;

    private final Table table;
    private final KieBase base;

    /** @param rules plain rows, by their place in the stage */
    public Rows(Map<Integer, WrittenRule> rules) {
        this.table = TableBuilder.build(rules);
        this.base = RowRule.base();
    }

    /** Whether any row looks at former purchases. */
    public boolean remembers() {
        return table.remembers();
    }

    /** Somebody who runs the rows, one evaluation at a time. */
    public RowWorker worker(Matches matches) {
        return table.rows() <= FEW ? new RowScan(table, matches) : new RowSession(table, base, matches);
    }
}
