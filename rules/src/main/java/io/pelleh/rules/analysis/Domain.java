package io.pelleh.rules.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The values of one attribute that something asks for. */
sealed interface Domain {

    boolean empty();

    /** The values in both. */
    Domain and(Domain other);

    /** All values but these. */
    Domain not();

    /** Whether every value of the other is one of these. */
    default boolean covers(Domain other) {
        return other.and(not()).empty();
    }

    /** A run of whole numbers, both ends included. */
    record Span(long low, long high) {

        /** What is in both; its low end lies above its high end when nothing is. */
        Span and(Span other) {
            return new Span(Math.max(low, other.low), Math.min(high, other.high));
        }
    }

    /** Whole numbers, as runs in ascending order. */
    record Numbers(List<Span> spans) implements Domain {

        public Numbers {
            spans = List.copyOf(spans);
        }

        static Numbers of(long low, long high) {
            return new Numbers(low > high ? List.of() : List.of(new Span(low, high)));
        }

        @Override
        public boolean empty() {
            return spans.isEmpty();
        }

        @Override
        public Domain and(Domain other) {
            List<Span> both = new ArrayList<>();
            for (Span mine : spans) {
                ((Numbers) other).spans.forEach(theirs -> both.add(mine.and(theirs)));
            }
            both.removeIf(span -> span.low > span.high);
            return new Numbers(both);
        }

        @Override
        public Domain not() {
            List<Span> rest = new ArrayList<>();
            long next = Long.MIN_VALUE;
            for (Span span : spans) {
                if (span.low > next) {
                    rest.add(new Span(next, span.low - 1));
                }
                if (span.high == Long.MAX_VALUE) {
                    return new Numbers(rest);
                }
                next = span.high + 1;
            }
            rest.add(new Span(next, Long.MAX_VALUE));
            return new Numbers(rest);
        }

        long low() {
            return spans.getFirst().low;
        }

        long high() {
            return spans.getLast().high;
        }
    }

    /** Some words, or all but some. */
    record Texts(boolean among, Set<String> words) implements Domain {

        public Texts {
            words = Set.copyOf(words);
        }

        @Override
        public boolean empty() {
            return among && words.isEmpty();
        }

        @Override
        public Domain and(Domain other) {
            Texts theirs = (Texts) other;
            Set<String> result = new TreeSet<>(among || !theirs.among ? words : theirs.words);
            if (among && theirs.among) {
                result.retainAll(theirs.words);
            } else if (!among && !theirs.among) {
                result.addAll(theirs.words);
            } else {
                result.removeAll(among ? theirs.words : words);
            }
            return new Texts(among || theirs.among, result);
        }

        @Override
        public Domain not() {
            return new Texts(!among, words);
        }
    }
}
