package io.pelleh.api.imports.csv;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One row of a file.
 *
 * @param line where it begins, from 1, titles included
 */
public record Cells(long line, List<String> cells) {

    private static final int MAX_ATTRIBUTE = 256;

    /** Which cell of a row tells what. */
    static final class Places {

        private final Map<Told, Integer> places = new EnumMap<>(Told.class);
        private final Map<String, Integer> titles;
        private final Map<Told, String> columns;
        private final Map<String, String> attributes;
        private String last = "";

        /** @param titles columns by title, or by number as text */
        Places(Mapping mapping, Map<String, Integer> titles) {
            this.titles = titles;
            this.columns = mapping.columns().told();
            this.attributes = mapping.columns().attributes();
            columns.forEach((told, title) -> {
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

        /** The cells of a customer's attributes that are not empty, by name. */
        Map<String, String> attributes(Cells row) throws RowRejected {
            Map<String, String> told = new TreeMap<>();
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                String text = of(row, attribute.getValue());
                if (text.length() > MAX_ATTRIBUTE || text.indexOf('\0') >= 0) {
                    throw new RowRejected("text_too_long");
                }
                if (!text.isEmpty()) {
                    told.put(attribute.getKey(), text);
                }
            }
            return told;
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
