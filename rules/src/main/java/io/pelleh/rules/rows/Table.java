package io.pelleh.rules.rows;

import java.util.List;

/**
 * The rows of one stage, ready to be put to work: immutable, shared by all workers.
 *
 * @param shelves by the numbers of their keys
 * @param rows how many rows there are
 * @param remembers whether any row looks at former purchases
 */
record Table(List<Column> columns, List<Shape> shapes, List<Shelf> shelves, int rows, boolean remembers) {

    Table {
        columns = List.copyOf(columns);
        shapes = List.copyOf(shapes);
        shelves = List.copyOf(shelves);
    }
}
