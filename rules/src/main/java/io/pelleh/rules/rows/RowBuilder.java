package io.pelleh.rules.rows;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.rows.Row.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Flattens comparisons: everything with an order becomes one range of longs for each column. */
final class RowBuilder {

    private final List<Column> columns;
    private final ToIntFunction<Attribute> places;
    private final Map<Integer, long[]> ranges = new LinkedHashMap<>();
    private final List<Membership> sets = new ArrayList<>();

    RowBuilder(List<Column> columns, ToIntFunction<Attribute> places) {
        this.columns = columns;
        this.places = places;
    }

    Row build(int rule, List<Compare> comparisons) {
        comparisons.forEach(this::add);
        List<Range> tests = ranges.entrySet().stream()
                .map(range -> new Range(range.getKey(), range.getValue()[0], range.getValue()[1]))
                .sorted(Comparator.comparing(Range::narrow).reversed())
                .toList();
        return new Row(rule, tests, sets);
    }

    private void add(Compare compare) {
        int place = places.applyAsInt(compare.attribute());
        Column column = columns.get(place);
        long[] values = compare.values().stream().mapToLong(column::number).toArray();
        switch (compare.operator()) {
            case EQUAL -> range(place, values[0], values[0]);
            case AT_LEAST -> range(place, values[0], Long.MAX_VALUE);
            case AT_MOST -> range(place, Long.MIN_VALUE, values[0]);
            case MORE -> more(place, values[0]);
            case LESS -> less(place, values[0]);
            case IN, CONTAINS -> sets.add(new Membership(place, column.words(), true, values));
            case NOT_EQUAL, NOT_IN, NOT_CONTAINS -> sets.add(new Membership(place, column.words(), false, values));
        }
    }

    private void more(int place, long value) {
        boolean none = value == Long.MAX_VALUE;
        range(place, none ? value : value + 1, none ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    private void less(int place, long value) {
        boolean none = value == Long.MIN_VALUE;
        range(place, none ? Long.MAX_VALUE : Long.MIN_VALUE, none ? value : value - 1);
    }

    private void range(int place, long low, long high) {
        long[] range = ranges.computeIfAbsent(place, p -> new long[] {Long.MIN_VALUE, Long.MAX_VALUE});
        range[0] = Math.max(range[0], low);
        range[1] = Math.min(range[1], high);
    }
}
