package io.pelleh.rules.rows;

import io.pelleh.rules.match.Scene;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Goes through what a scene shows and says which keys of the table it meets. One for each worker. */
final class Lookout {

    /** Is told about a key and what shows it. */
    interface Listener {
        void shown(Key key, Reading reading);
    }

    private final Table table;
    private final Column[] columns;
    private final Reading shared;
    private Reading[] lines = {};
    private Reading[] former = {};
    private int lineCount;
    private int formerCount;

    Lookout(Table table) {
        this.table = table;
        this.columns = table.columns().toArray(Column[]::new);
        this.shared = new Reading(columns, null);
    }

    void look(Scene scene, Listener listener) {
        turnTo(scene);
        for (int i = 0; i < table.shapes().size(); i++) {
            Shape shape = table.shapes().get(i);
            if (!shape.needsBasket() || scene.basket() != null) {
                look(shape, listener);
            }
        }
    }

    private void look(Shape shape, Listener listener) {
        switch (shape.about()) {
            case ITEM -> each(shape, lines, lineCount, listener);
            case BOUGHT -> each(shape, former, formerCount, listener);
            case CUSTOMER, BASKET -> one(shape, shared, listener);
        }
    }

    private static void each(Shape shape, Reading[] readings, int count, Listener listener) {
        for (int i = 0; i < count; i++) {
            one(shape, readings[i], listener);
        }
    }

    private static void one(Shape shape, Reading reading, Listener listener) {
        if (shape.words()) {
            for (long word : reading.words(shape.wordColumn())) {
                tell(shape.find(word), reading, listener);
            }
        } else {
            tell(shape.find(reading), reading, listener);
        }
    }

    private static void tell(@Nullable Key key, Reading reading, Listener listener) {
        if (key != null) {
            listener.shown(key, reading);
        }
    }

    private void turnTo(Scene scene) {
        shared.turnTo(scene.base(), 0);
        lineCount = scene.items().size();
        lines = grown(lines, lineCount);
        for (int i = 0; i < lineCount; i++) {
            lines[i].turnTo(scene.items().get(i), 1 + i);
        }
        formerCount = table.remembers() ? scene.bought().size() : 0;
        former = grown(former, formerCount);
        for (int i = 0; i < formerCount; i++) {
            former[i].turnTo(scene.bought().get(i), scene.firstBought() + i);
        }
    }

    private Reading[] grown(Reading[] readings, int count) {
        if (count <= readings.length) {
            return readings;
        }
        Reading[] more = Arrays.copyOf(readings, count);
        for (int i = readings.length; i < count; i++) {
            more[i] = new Reading(columns, shared);
        }
        return more;
    }

    /** Forgets whom it looked at. */
    void leave() {
        shared.leave();
        for (int i = 0; i < lineCount; i++) {
            lines[i].leave();
        }
        for (int i = 0; i < formerCount; i++) {
            former[i].leave();
        }
    }
}
