package io.pelleh.rules.rows;

import io.pelleh.rules.reading.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns that some rows ask equal values of: a hash index from those values to a key, without garbage.
 *
 * <p>Either any number of columns with one value each, or one column of words.
 */
final class Shape {

    private static final int FIRST_ROOM = 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Subject about;
    private final boolean needsBasket;
    private final int[] columns;
    private final boolean words;
    private final List<long[]> values = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private int[] slots = new int[FIRST_ROOM];

    Shape(Subject about, boolean needsBasket, int[] columns, boolean words) {
        this.about = about;
        this.needsBasket = needsBasket;
        this.columns = columns.clone();
        this.words = words;
    }

    Subject about() {
        return about;
    }

    boolean needsBasket() {
        return needsBasket;
    }

    boolean words() {
        return words;
    }

    int wordColumn() {
        return columns[0];
    }

    boolean is(Subject otherAbout, boolean otherNeeds, int[] otherColumns) {
        return about == otherAbout && needsBasket == otherNeeds && Arrays.equals(columns, otherColumns);
    }

    /** The key for these values, made if it is new. */
    Key keyFor(long[] wanted, int nextNumber) {
        int slot = slot(hash(wanted), wanted);
        if (slots[slot] != 0) {
            return keys.get(slots[slot] - 1);
        }
        Key key = new Key(nextNumber);
        values.add(wanted);
        keys.add(key);
        slots[slot] = keys.size();
        if (keys.size() * 2 > slots.length) {
            grow();
        }
        return key;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int i = 0; i < values.size(); i++) {
            slots[slot(hash(values.get(i)), values.get(i))] = i + 1;
        }
    }

    private int slot(int hash, long[] wanted) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0 && !Arrays.equals(values.get(slots[slot] - 1), wanted)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static int hash(long[] wanted) {
        long hash = 0;
        for (long value : wanted) {
            hash = (hash + value) * MIX;
        }
        return (int) (hash >>> Integer.SIZE);
    }

    /** The key of the values a situation shows, or null when no row asks for them. */
    @Nullable
    Key find(Reading reading) {
        long[] shown = reading.values();
        long hash = 0;
        for (int column : columns) {
            hash = (hash + shown[column]) * MIX;
        }
        int slot = (int) (hash >>> Integer.SIZE) & (slots.length - 1);
        while (slots[slot] != 0) {
            if (shows(shown, values.get(slots[slot] - 1))) {
                return keys.get(slots[slot] - 1);
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return null;
    }

    private boolean shows(long[] shown, long[] wanted) {
        for (int i = 0; i < columns.length; i++) {
            if (shown[columns[i]] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The key of one word, or null. */
    @Nullable
    Key find(long word) {
        int slot = slot(hash(new long[] {word}), new long[] {word});
        return slots[slot] == 0 ? null : keys.get(slots[slot] - 1);
    }
}
