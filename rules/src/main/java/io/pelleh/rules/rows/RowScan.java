package io.pelleh.rules.rows;

import io.pelleh.rules.match.Matches;
import io.pelleh.rules.match.Scene;

/** Runs a small table by looking at each row of the keys that are shown. */
final class RowScan implements RowWorker, Lookout.Listener {

    private final Row[][] rows;
    private final Lookout lookout;
    private final Matches matches;

    RowScan(Table table, Matches matches) {
        this.rows = new Row[table.keys()][];
        this.lookout = new Lookout(table);
        this.matches = matches;
        for (int key = 0; key < rows.length; key++) {
            int number = key;
            rows[key] = table.rows().stream()
                    .filter(row -> row.key().number() == number)
                    .toArray(Row[]::new);
        }
    }

    @Override
    public void run(Scene scene) {
        lookout.look(scene, this);
        lookout.leave();
    }

    @Override
    public void shown(Key key, Reading reading) {
        for (Row row : rows[key.number()]) {
            if (row.holds(reading)) {
                matches.add(row.rule(), reading.number());
            }
        }
    }

    @Override
    public boolean clean() {
        return true;
    }

    @Override
    public void close() {
        lookout.leave();
    }
}
