package io.pelleh.rules.rows;

import io.pelleh.rules.match.Matches;
import io.pelleh.rules.match.Scene;

/** Runs a small table by looking at each row of the keys that are shown. */
final class RowScan implements RowWorker, Lookout.Listener {

    private final Shelf[] shelves;
    private final Lookout lookout;
    private final Matches matches;

    RowScan(Table table, Matches matches) {
        this.shelves = table.shelves().toArray(Shelf[]::new);
        this.lookout = new Lookout(table);
        this.matches = matches;
    }

    @Override
    public void run(Scene scene) {
        lookout.look(scene, this);
        lookout.leave();
    }

    @Override
    public void shown(Key key, Reading reading) {
        shelves[key.number()].match(0, reading, matches);
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
