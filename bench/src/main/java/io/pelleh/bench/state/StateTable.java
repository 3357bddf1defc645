package io.pelleh.bench.state;

import io.pelleh.bench.report.Settings;
import io.pelleh.bench.report.TextTable;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.StateCodec;

/** Bytes of one customer's state. */
public final class StateTable {

    private StateTable() {}

    /** Prints the sizes; they do not depend on the machine. */
    public static void print(Settings settings) {
        TextTable table = new TextTable("customer", "orders", "days", "watched", "lots", "bytes", "wanted");
        row(table, "newly met", Shoppers.after(0, 1, 0), "≤ 900");
        row(table, "typical: monthly for a year", Shoppers.after(12, 30, 2), "≤ 900");
        row(table, "frequent: weekly for a year", Shoppers.after(52, 7, 4), "");
        row(table, "200 orders in two years", Shoppers.after(200, 4, 8), "≤ 2,048");
        System.out.println(table);
    }

    private static void row(TextTable table, String who, CustomerState state, String wanted) {
        table.row(
                who,
                Long.toString(state.history().purchases().orders()),
                Integer.toString(state.history().purchases().days().size()),
                Integer.toString(state.history().watched().size()),
                Integer.toString(state.wallet().lots().size()),
                Integer.toString(StateCodec.encode(state).length),
                wanted);
    }
}
