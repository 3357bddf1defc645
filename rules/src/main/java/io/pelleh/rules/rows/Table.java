package io.pelleh.rules.rows;

import java.util.List;

/**
 * The rows of one stage, ready to be put to work: immutable, shared by all workers.
 *
 * @param keys how many keys there are
 * @param remembers whether any row looks at former purchases
 */
record Table(List<Column> columns, List<Shape> shapes, List<Row> rows, int keys, boolean remembers) {

    Table {
        columns = List.copyOf(columns);
        shapes = List.copyOf(shapes);
        rows = List.copyOf(rows);
    }
}
