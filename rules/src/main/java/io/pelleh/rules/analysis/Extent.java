package io.pelleh.rules.analysis;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.rules.analysis.Domain.Numbers;
import io.pelleh.rules.analysis.Domain.Span;
import io.pelleh.rules.analysis.Domain.Texts;
import io.pelleh.rules.reading.Clause;
import io.pelleh.rules.reading.Formula;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.reading.Subject;
import io.pelleh.rules.reading.Value;
import io.pelleh.rules.reading.WrittenRule;
import io.pelleh.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where a rule can hold: in no more than these boxes.
 *
 * @param exact whether it holds everywhere in them
 */
record Extent(List<Box> boxes, boolean exact) {

    private static final int MAX_BOXES = 64;

    static Extent of(WrittenRule rule) {
        Reader reader = new Reader(!rule.flat());
        List<Box> boxes = List.of(Box.ALL);
        for (Clause clause : rule.when()) {
            boxes = reader.both(boxes, reader.clause(clause));
        }
        return new Extent(boxes, reader.exact);
    }

    /** Whether conditions exclude each other everywhere. */
    boolean nowhere() {
        return boxes.stream().allMatch(Box::empty);
    }

    /** Turns clauses into boxes; what cannot be one is taken for everything. */
    private static final class Reader {

        private final boolean apart;
        private boolean exact = true;
        private int facts;

        /** @param apart whether several lines may be meant, whose attributes are different ones */
        Reader(boolean apart) {
            this.apart = apart;
        }

        List<Box> clause(Clause clause) {
            return switch (clause) {
                case Clause.Fact fact -> fact(fact);
                case Clause.Both both -> {
                    List<Box> boxes = List.of(Box.ALL);
                    for (Clause part : both.clauses()) {
                        boxes = both(boxes, clause(part));
                    }
                    yield boxes;
                }
                case Clause.Either either -> {
                    List<Box> boxes = new ArrayList<>();
                    either.clauses().forEach(part -> boxes.addAll(clause(part)));
                    yield limited(boxes);
                }
                case Clause.Exists exists -> clause(exists.clause());
                case Clause.Missing missing -> everything();
            };
        }

        private List<Box> everything() {
            exact = false;
            return List.of(Box.ALL);
        }

        private List<Box> fact(Clause.Fact fact) {
            boolean line = fact.subject() == Subject.ITEM || fact.subject() == Subject.BOUGHT;
            String prefix = apart && line ? facts++ + ":" : "";
            exact &= prefix.isEmpty();
            List<Box> boxes = List.of(Box.ALL);
            for (Formula formula : fact.formulas()) {
                boxes = both(boxes, formula(prefix, formula, true));
            }
            return boxes;
        }

        private List<Box> formula(String prefix, Formula formula, boolean holds) {
            return switch (formula) {
                case Compare compare -> List.of(box(prefix, compare, holds));
                case Formula.Relation r -> everything();
                case Formula.Named n -> List.of(Box.ALL);
                case Formula.Not not -> formula(prefix, not.part(), !holds);
                case Formula.All all -> joined(prefix, all.parts(), holds, holds);
                case Formula.Any any -> joined(prefix, any.parts(), holds, !holds);
            };
        }

        private List<Box> joined(String prefix, List<Formula> parts, boolean holds, boolean all) {
            List<Box> boxes = new ArrayList<>(all ? List.of(Box.ALL) : List.of());
            for (Formula part : parts) {
                List<Box> more = formula(prefix, part, holds);
                if (all) {
                    boxes = both(boxes, more);
                } else {
                    boxes.addAll(more);
                }
            }
            return limited(boxes);
        }

        List<Box> both(List<Box> left, List<Box> right) {
            List<Box> boxes = new ArrayList<>();
            left.forEach(one -> right.forEach(other -> boxes.add(one.and(other))));
            return limited(boxes);
        }

        private List<Box> limited(List<Box> boxes) {
            return boxes.size() > MAX_BOXES ? everything() : boxes;
        }

        private static Box box(String prefix, Compare compare, boolean holds) {
            String path = prefix + compare.attribute().path();
            boolean tag = compare.attribute() instanceof Attribute.Words;
            if (tag && compare.values().size() == 1) {
                path = path + " " + compare.values().getFirst().shown();
            }
            Domain domain = tag ? Numbers.of(1, 1) : domain(compare);
            boolean positive = holds == (compare.operator() != Operator.NOT_CONTAINS);
            Domain asked = (tag ? positive : holds) ? domain : domain.not();
            return Box.of(path, Universe.of(compare.attribute()).and(asked));
        }

        private static Domain domain(Compare compare) {
            if (compare.attribute() instanceof Attribute.Text) {
                Set<String> words = compare.values().stream().map(Value::shown).collect(Collectors.toSet());
                boolean among = compare.operator() == Operator.EQUAL || compare.operator() == Operator.IN;
                return new Texts(among, words);
            }
            long value = number(compare.values().getFirst());
            return switch (compare.operator()) {
                case LESS -> value == Long.MIN_VALUE ? Numbers.of(1, 0) : Numbers.of(Long.MIN_VALUE, value - 1);
                case AT_MOST -> Numbers.of(Long.MIN_VALUE, value);
                case MORE -> value == Long.MAX_VALUE ? Numbers.of(1, 0) : Numbers.of(value + 1, Long.MAX_VALUE);
                case AT_LEAST -> Numbers.of(value, Long.MAX_VALUE);
                case EQUAL, IN, CONTAINS -> points(compare);
                case NOT_EQUAL, NOT_IN, NOT_CONTAINS -> points(compare).not();
            };
        }

        private static Domain points(Compare compare) {
            Set<Long> sorted = new TreeSet<>();
            compare.values().forEach(value -> sorted.add(number(value)));
            return new Numbers(sorted.stream().map(n -> new Span(n, n)).toList());
        }

        private static long number(Value value) {
            return switch (value) {
                case Value.Whole(long number) -> number;
                case Value.Truth(boolean yes) -> yes ? 1 : 0;
                case Value.Word w -> 0;
            };
        }
    }
}
