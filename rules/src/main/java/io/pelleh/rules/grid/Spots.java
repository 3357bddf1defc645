package io.pelleh.rules.grid;

/** Where in its file a row or a cell of a grid stands. */
public interface Spots {

    String row(int row);

    String cell(int row, int column);

    /** JSON pointers. */
    static Spots pointers() {
        return new Spots() {
            @Override
            public String row(int row) {
                return "/rows/" + row;
            }

            @Override
            public String cell(int row, int column) {
                return "/rows/" + row + "/" + column;
            }
        };
    }
}
