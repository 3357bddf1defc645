package io.pelleh.rules.why;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.vocabulary.Operator;
import io.pelleh.rules.why.Checklist.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Comparisons about facts of one kind, each with its number, by the attribute they look at: that is read once. */
final class Columns {

    private static final Numbers NONE = new Numbers(List.of());

    private final List<Compare> compares;
    private final List<Column> columns;

    private Columns(List<Compare> compares) {
        this.compares = List.copyOf(compares);
        Map<Attribute, List<Integer>> byAttribute = new LinkedHashMap<>();
        for (int i = 0; i < compares.size(); i++) {
            byAttribute
                    .computeIfAbsent(compares.get(i).attribute(), a -> new ArrayList<>())
                    .add(i);
        }
        this.columns = byAttribute.entrySet().stream()
                .map(entry -> column(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Gives each comparison a number, equal ones the same. */
    static final class Builder {

        private final Map<Compare, Integer> numbers = new LinkedHashMap<>();

        int number(Compare compare) {
            return numbers.computeIfAbsent(compare, c -> numbers.size());
        }

        Columns build() {
            return new Columns(new ArrayList<>(numbers.keySet()));
        }
    }

    /**
     * One attribute.
     *
     * @param equal the comparisons that hold for a value, and for no other
     * @param others numbers of all others
     * @param wanted what those compare with
     */
    private record Column(
            Attribute attribute,
            Map<Object, Numbers> equal,
            Numbers others,
            List<Operator> operators,
            List<List<Object>> wanted) {}

    private Column column(Attribute attribute, List<Integer> numbers) {
        Map<Object, List<Integer>> equal = new HashMap<>();
        List<Integer> others = new ArrayList<>();
        List<Operator> operators = new ArrayList<>();
        List<List<Object>> wanted = new ArrayList<>();
        for (int number : numbers) {
            Compare compare = compares.get(number);
            List<Object> values = compare.values().stream().map(Values::of).toList();
            if (compare.operator() == Operator.EQUAL) {
                equal.computeIfAbsent(values.getFirst(), v -> new ArrayList<>()).add(number);
            } else {
                others.add(number);
                operators.add(compare.operator());
                wanted.add(values);
            }
        }
        Map<Object, Numbers> byValue = new HashMap<>();
        equal.forEach((value, same) -> byValue.put(value, new Numbers(same)));
        return new Column(attribute, byValue, new Numbers(others), operators, wanted);
    }

    int size() {
        return compares.size();
    }

    Compare get(int number) {
        return compares.get(number);
    }

    /** Names each comparison that holds for a fact. */
    void each(Situation fact, IntConsumer held) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            each(column, Values.of(column.attribute(), fact), held);
        }
    }

    private static void each(Column column, Object value, IntConsumer held) {
        Numbers same = column.equal().getOrDefault(value, NONE);
        for (int i = 0; i < same.size(); i++) {
            held.accept(same.get(i));
        }
        Numbers others = column.others();
        for (int i = 0; i < others.size(); i++) {
            if (Values.compare(value, column.operators().get(i), column.wanted().get(i))) {
                held.accept(others.get(i));
            }
        }
    }
}
