package io.pelleh.rules.rows;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.rules.reading.Clause;
import io.pelleh.rules.reading.Formula;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.reading.Subject;
import io.pelleh.rules.reading.Value;
import io.pelleh.rules.reading.WrittenRule;
import io.pelleh.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns rules that are plain rows into facts: picks a key for each and flattens the rest. */
final class TableBuilder {

    /** More would tell more, but each blank cell doubles what has to be looked up and joined. */
    private static final int MAX_KEY_COLUMNS = 1;

    private static final int MAX_KEY_VALUES = 16;

    private final Map<Attribute, Integer> places = new LinkedHashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<Attribute, Set<Value>> asked = new LinkedHashMap<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<List<Row>> rows = new ArrayList<>();

    /** @param rules by their place in the stage */
    static Table build(Map<Integer, WrittenRule> rules) {
        TableBuilder builder = new TableBuilder();
        rules.values().forEach(builder::count);
        rules.forEach(builder::add);
        boolean remembers = rules.values().stream().anyMatch(rule -> rule.about() == Subject.BOUGHT);
        return new Table(builder.columns, builder.shapes, builder.shelves(), rules.size(), remembers);
    }

    private void count(WrittenRule rule) {
        for (Compare compare : comparisons(rule)) {
            place(compare.attribute());
            if (compare.operator() == Operator.EQUAL) {
                asked.computeIfAbsent(compare.attribute(), a -> new HashSet<>()).addAll(compare.values());
            }
        }
    }

    private int place(Attribute attribute) {
        return places.computeIfAbsent(attribute, a -> {
            columns.add(new Column(a));
            return columns.size() - 1;
        });
    }

    private static List<Compare> comparisons(WrittenRule rule) {
        List<Compare> comparisons = new ArrayList<>();
        for (Clause clause : rule.when()) {
            clause.eachFormula(formula -> comparisons.add(compare(formula)));
        }
        return comparisons;
    }

    private static Compare compare(Formula formula) {
        if (formula instanceof Compare compare) {
            return compare;
        }
        throw new IllegalArgumentException("only plain comparisons can be a row: " + formula);
    }

    private void add(int place, WrittenRule rule) {
        List<Compare> all = comparisons(rule);
        List<Compare> key = key(all);
        int[] keyColumns = key.stream().mapToInt(c -> place(c.attribute())).toArray();
        Shape shape = shape(rule, keyColumns);
        List<Compare> rest = new ArrayList<>(all);
        key.forEach(rest::remove);
        Row row = new RowBuilder(columns, this::place).build(place, rest);
        for (long[] values : valuesOf(key)) {
            put(shape.keyFor(values, keys.size()), row);
        }
    }

    private void put(Key key, Row row) {
        if (key.number() == keys.size()) {
            keys.add(key);
            rows.add(new ArrayList<>());
        }
        rows.get(key.number()).add(row);
    }

    private List<Shelf> shelves() {
        return keys.stream().map(key -> new Shelf(key, rows.get(key.number()))).toList();
    }

    /** Equal values, the most telling columns first; else a short list; else one word; else nothing. */
    private List<Compare> key(List<Compare> all) {
        Map<Attribute, Compare> equal = new LinkedHashMap<>();
        all.stream()
                .filter(c -> c.operator() == Operator.EQUAL)
                .sorted((a, b) -> Integer.compare(telling(b), telling(a)))
                .limit(MAX_KEY_COLUMNS)
                .forEach(c -> equal.putIfAbsent(c.attribute(), c));
        if (!equal.isEmpty()) {
            return equal.values().stream()
                    .sorted((a, b) -> Integer.compare(place(a.attribute()), place(b.attribute())))
                    .toList();
        }
        return all.stream()
                .filter(c -> c.operator() == Operator.IN || c.operator() == Operator.CONTAINS)
                .filter(c -> c.values().size() <= MAX_KEY_VALUES)
                .limit(1)
                .toList();
    }

    private int telling(Compare compare) {
        return asked.getOrDefault(compare.attribute(), Set.of()).size();
    }

    private List<long[]> valuesOf(List<Compare> key) {
        if (key.size() == 1) {
            Compare only = key.getFirst();
            Column column = columns.get(place(only.attribute()));
            return only.values().stream()
                    .distinct()
                    .map(value -> new long[] {column.number(value)})
                    .toList();
        }
        return List.of(key.stream()
                .mapToLong(
                        c -> columns.get(place(c.attribute())).number(c.values().getFirst()))
                .toArray());
    }

    private Shape shape(WrittenRule rule, int[] keyColumns) {
        Subject about = rule.about() == Subject.BASKET ? Subject.CUSTOMER : rule.about();
        for (Shape shape : shapes) {
            if (shape.is(about, rule.needsBasket(), keyColumns)) {
                return shape;
            }
        }
        boolean words = keyColumns.length == 1 && columns.get(keyColumns[0]).words();
        shapes.add(new Shape(about, rule.needsBasket(), keyColumns, words));
        return shapes.getLast();
    }
}
