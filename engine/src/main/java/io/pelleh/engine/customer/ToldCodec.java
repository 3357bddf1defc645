package io.pelleh.engine.customer;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a shop told about a customer as compact bytes, by name: a mark of the type, then the value. */
final class ToldCodec {

    private static final int NO = 0;
    private static final int YES = 1;
    private static final int NUMBER = 2;
    private static final int TEXT = 3;

    private ToldCodec() {}

    /** All bytes, with what was told at the end; nothing where nothing was. */
    static byte[] bytes(StateWriter out, Map<String, Told> told) {
        if (!told.isEmpty()) {
            write(out, told);
        }
        return out.bytes();
    }

    private static void write(StateWriter out, Map<String, Told> told) {
        out.count(told.size());
        new TreeMap<>(told).forEach((name, value) -> {
            out.text(name);
            switch (value) {
                case Told.Flag(boolean yes) -> out.count(yes ? YES : NO);
                case Told.Whole(long number) -> {
                    out.count(NUMBER);
                    out.number(number);
                }
                case Told.Text(String text) -> {
                    out.count(TEXT);
                    out.text(text);
                }
            }
        });
    }

    /** The state with what was told. */
    static CustomerState read(StateReader in, CustomerState state) {
        int size = in.small();
        Map<String, Told> told = new HashMap<>();
        for (int i = 0; i < size; i++) {
            told.put(in.text(), value(in));
        }
        return state.withHistory(state.history().told(told));
    }

    private static Told value(StateReader in) {
        int mark = in.small();
        return switch (mark) {
            case NO, YES -> new Told.Flag(mark == YES);
            case NUMBER -> new Told.Whole(in.number());
            case TEXT -> new Told.Text(in.text());
            default -> throw new IllegalStateException("a customer's state holds a value of unknown type " + mark);
        };
    }
}
