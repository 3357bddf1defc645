package io.pelleh.api.imports.csv;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file are read.
 *
 * @param source names the origin of the rows: a row sent again under the same source is the same row; null for the
 *     name of the first file
 * @param points whether past orders earn points
 */
public record Mapping(
        Kind kind,
        @Nullable String source,
        Layout layout,
        Columns columns,
        Calendar calendar,
        Unit unit,
        Rules rules,
        boolean points) {

    /**
     * Which column tells what: its title, or its number from 1 where the file has no titles.
     *
     * @param attributes of a customer, by the shop's own names
     */
    record Columns(Map<Told, String> told, Map<String, String> attributes) {
        Columns {
            told = Map.copyOf(told);
            attributes = Map.copyOf(attributes);
        }
    }

    /** Whether amounts are toman, so that only a program in rials can take them. */
    public boolean inToman() {
        return unit == Unit.TOMAN;
    }

    /** The columns that are named anywhere in it. */
    Set<String> named() {
        Set<String> named = new TreeSet<>(columns.told().values());
        named.addAll(columns.attributes().values());
        Condition returnWhen = rules.returnWhen();
        if (returnWhen != null) {
            named.add(returnWhen.column());
        }
        rules.rejectWhen().forEach(rejection -> named.add(rejection.condition().column()));
        return named;
    }

    /** What the rows are about. */
    public enum Kind {
        ORDERS,
        RETURNS,
        CUSTOMERS
    }

    /** The unit of amounts: the currency's main unit, its minor unit, or ten rials. */
    enum Unit {
        MAJOR,
        MINOR,
        TOMAN
    }

    /**
     * The shape of the file.
     *
     * @param titles the first row names the columns
     * @param blanks columns are parted by any number of blanks; delimiter and quote mean nothing
     */
    record Layout(char delimiter, char quote, boolean titles, boolean blanks) {}

    /**
     * How times are written.
     *
     * @param pattern of {@link java.time.format.DateTimeFormatter}, or null for ISO 8601
     * @param zone where no offset is written, or null for the program's
     * @param jalali year, month and day, in this order, are of the Solar Hijri calendar
     */
    record Calendar(@Nullable String pattern, @Nullable ZoneId zone, boolean jalali) {}

    /**
     * What decides about whole rows.
     *
     * @param returnWhen the row is a return; null for never
     */
    record Rules(@Nullable Condition returnWhen, List<Rejection> rejectWhen) {

        Rules {
            rejectWhen = List.copyOf(rejectWhen);
        }
    }

    /** A row that meets the condition is rejected, for this reason. */
    record Rejection(Condition condition, String reason) {}

    /**
     * A test of one column; exactly one of the tests is set.
     *
     * @param below the number in the column is less than this
     */
    record Condition(
            String column,
            @Nullable String startsWith,
            @Nullable String equalTo,
            @Nullable Long below) {}
}
