package io.pelleh.api.imports.csv;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a file.
 *
 * @param line where it begins, from 1, titles included
 */
public record Cells(long line, List<String> cells) {

    /** Which cell of a row tells what. */
    static final class Places {

        private final Map<Told, Integer> places = new EnumMap<>(Told.class);
        private final Map<String, Integer> titles;
        private final Map<Told, String> columns;
        private String last = "";

        /** @param titles columns by title, or by number as text */
        Places(Mapping mapping, Map<String, Integer> titles) {
            this.titles = titles;
            this.columns = mapping.columns();
            mapping.columns().forEach((told, title) -> {
                Integer place = titles.get(title);
                if (place != null) {
                    places.put(told, place);
                }
            });
        }

        /** The cell without blanks around it; null when the mapping names no column for it. */
        @Nullable
        String of(Cells row, Told told) throws RowRejected {
            Integer place = places.get(told);
            last = columns.getOrDefault(told, last);
            return place == null ? null : row.at(place);
        }

        /** The cell of a column named by a condition. */
        String of(Cells row, String title) throws RowRejected {
            Integer place = titles.get(title);
            last = title;
            return place == null ? "" : row.at(place);
        }

        /** The column that was looked at last, as the mapping names it. */
        String last() {
            return last;
        }
    }

    private String at(int place) throws RowRejected {
        if (place >= cells.size()) {
            throw new RowRejected("column_missing");
        }
        return cells.get(place).strip();
    }
}
