package io.pelleh.api.journal.mysql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows one commit writes. Where a table is placed, the first value is the place within the commit, from 0. */
final class Rows {

    private final Map<Table, List<List<@Nullable Object>>> byTable = new EnumMap<>(Table.class);

    void add(Table table, @Nullable Object... values) {
        byTable.computeIfAbsent(table, t -> new ArrayList<>()).add(Arrays.asList(values));
    }

    /** How bytes travel. */
    static String bytes(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    List<List<@Nullable Object>> of(Table table) {
        return byTable.getOrDefault(table, List.of());
    }

    /** Writes the rows of one table as those of another, of the same shape. */
    void move(Table from, Table to) {
        List<List<@Nullable Object>> rows = byTable.remove(from);
        if (rows != null) {
            byTable.put(to, rows);
        }
    }
}
