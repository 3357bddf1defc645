package io.pelleh.rules.why;

import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.reading.Subject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which comparisons of a checklist hold for which facts of one basket: a bit for each fact. */
final class Marks {

    private static final int NOT_NEAR = -1;

    private final Checklist list;
    private final Sheet basket;
    private final Map<Subject, Sheet> sheets = new EnumMap<>(Subject.class);

    Marks(Checklist list, Basket shown) {
        this.list = list;
        list.columns().forEach((subject, columns) -> {
            if (columns.size() > 0 || subject != Subject.BOUGHT) {
                sheets.put(subject, new Sheet(columns, Nearby.facts(subject, shown)));
            }
        });
        this.basket = sheet(Subject.BASKET);
    }

    private Sheet sheet(Subject subject) {
        Sheet sheet = sheets.get(subject);
        return sheet == null ? Sheet.EMPTY : sheet;
    }

    /** The marks of the facts of one kind; the comparisons stand one after the other, 64 facts in each word. */
    private static final class Sheet {

        private static final Sheet EMPTY = new Sheet(new Columns.Builder().build(), List.of());

        private final List<? extends Situation> facts;
        private final int words;
        private final long[] bits;

        Sheet(Columns columns, List<? extends Situation> facts) {
            this.facts = facts;
            this.words = (facts.size() + Long.SIZE - 1) / Long.SIZE;
            this.bits = marked(columns, facts);
        }

        private static long[] marked(Columns columns, List<? extends Situation> facts) {
            int words = (facts.size() + Long.SIZE - 1) / Long.SIZE;
            long[] bits = new long[columns.size() * words];
            for (int i = 0; i < facts.size(); i++) {
                int word = i / Long.SIZE;
                long bit = 1L << i;
                columns.each(facts.get(i), number -> bits[number * words + word] |= bit);
            }
            return bits;
        }

        /** The facts there are in one word. */
        long there(int word) {
            int rest = facts.size() - word * Long.SIZE;
            return rest >= Long.SIZE ? -1L : (1L << rest) - 1;
        }

        long held(int number, int word) {
            return bits[number * words + word];
        }

        boolean held(int number) {
            return bits[number] != 0;
        }
    }

    /** The first fact of which one comparison alone does not hold, where none has them all; else negative. */
    int closest(Checklist.Entry entry) {
        int unmet = 0;
        for (int i = 0; i < entry.shared().size() && unmet < 2; i++) {
            unmet += basket.held(entry.shared().get(i)) ? 0 : 1;
        }
        if (unmet == 2) {
            return NOT_NEAR;
        }
        if (entry.about() == Subject.BASKET) {
            return unmet == 1 ? 0 : NOT_NEAR;
        }
        return unmet == 1 ? first(entry) : firstButOne(entry);
    }

    /** The first fact for which all its own comparisons hold. */
    private int first(Checklist.Entry entry) {
        Sheet sheet = sheet(entry.about());
        for (int word = 0; word < sheet.words; word++) {
            long all = sheet.there(word);
            for (int i = 0; i < entry.own().size(); i++) {
                all &= sheet.held(entry.own().get(i), word);
            }
            if (all != 0) {
                return word * Long.SIZE + Long.numberOfTrailingZeros(all);
            }
        }
        return NOT_NEAR;
    }

    /** The first fact for which all but one hold, unless there is one for which all do. */
    private int firstButOne(Checklist.Entry entry) {
        Sheet sheet = sheet(entry.about());
        int first = NOT_NEAR;
        for (int word = 0; word < sheet.words; word++) {
            long there = sheet.there(word);
            long one = 0;
            long two = 0;
            for (int i = 0; i < entry.own().size(); i++) {
                long not = there & ~sheet.held(entry.own().get(i), word);
                two |= one & not;
                one |= not;
            }
            if ((there & ~one) != 0) {
                return NOT_NEAR;
            }
            if (first < 0 && (one & ~two) != 0) {
                first = word * Long.SIZE + Long.numberOfTrailingZeros(one & ~two);
            }
        }
        return first;
    }

    Situation fact(Checklist.Entry entry, int number) {
        return sheet(entry.about()).facts.get(number);
    }

    /** The one comparison that does not hold. */
    Compare unmet(Checklist.Entry entry, int fact) {
        for (int i = 0; i < entry.shared().size(); i++) {
            if (!basket.held(entry.shared().get(i))) {
                return columns(Subject.BASKET).get(entry.shared().get(i));
            }
        }
        for (int i = 0; i < entry.own().size(); i++) {
            int number = entry.own().get(i);
            if ((sheet(entry.about()).held(number, fact / Long.SIZE) & (1L << fact)) == 0) {
                return columns(entry.about()).get(number);
            }
        }
        throw new IllegalStateException(entry.rule().id() + " lacks nothing");
    }

    private Columns columns(Subject subject) {
        return list.columns().getOrDefault(subject, new Columns.Builder().build());
    }
}
