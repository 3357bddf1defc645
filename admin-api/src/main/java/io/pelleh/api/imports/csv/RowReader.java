package io.pelleh.api.imports.csv;

import io.pelleh.api.imports.csv.Mapping.Condition;
import io.pelleh.api.imports.csv.Mapping.Kind;
import io.pelleh.api.imports.csv.Mapping.Rejection;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.program.Program;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file; for one thread. */
public final class RowReader {

    private static final int MAX_CUSTOMER = 128;
    private static final int MAX_ORDER = 180;
    private static final int MAX_SKU = 128;
    private static final int MAX_TEXT = 256;
    private static final int MAX_SCALE = 4;
    private static final long MAX_QUANTITY = 1_000_000_000;

    /** What JSON numbers carry exactly everywhere; minor units. */
    private static final long MAX_AMOUNT = 9_007_199_254_740_991L;

    /** The product of an order of which only the sum is told. */
    private static final String WHOLE_ORDER = "order";

    private final Mapping mapping;
    private final Cells.Places places;
    private final Instant now;
    private final Times times;
    private final Numbers numbers;

    /**
     * @param titles columns of the file by title
     * @param now nothing may have happened later
     */
    RowReader(Mapping mapping, Program program, Map<String, Integer> titles, Instant now) {
        this.mapping = mapping;
        this.places = new Cells.Places(mapping, titles);
        this.now = now;
        this.times = new Times(mapping.calendar(), program.zone());
        this.numbers = new Numbers(mapping.unit(), program);
    }

    /** @throws RowRejected when the row cannot be taken in */
    public Row read(Cells row) throws RowRejected {
        try {
            return told(row);
        } catch (RowRejected e) {
            throw e.in(places.last());
        }
    }

    private Row told(Cells row) throws RowRejected {
        for (Rejection rejection : mapping.rules().rejectWhen()) {
            if (meets(row, rejection.condition())) {
                throw new RowRejected(rejection.reason());
            }
        }
        Instant at = at(row);
        String customer = id(row, Told.CUSTOMER_ID, MAX_CUSTOMER);
        return mapping.kind() == Kind.CUSTOMERS
                ? new Row.Contact(required(customer, "customer_missing"), at, Person.json(row, places))
                : sale(row, customer, at);
    }

    private Instant at(Cells row) throws RowRejected {
        String text = places.of(row, Told.OCCURRED_AT);
        if (text == null || (text.isEmpty() && mapping.kind() == Kind.CUSTOMERS)) {
            return now;
        }
        Instant at = times.read(text);
        if (at.isAfter(now)) {
            throw new RowRejected("in_the_future");
        }
        if (at.isBefore(Instant.EPOCH)) {
            throw new RowRejected("before_1970");
        }
        return at;
    }

    private Row sale(Cells row, String customer, Instant at) throws RowRejected {
        String order = id(row, Told.ORDER_ID, MAX_ORDER);
        if (mapping.columns().told().containsKey(Told.ORDER_ID)) {
            required(order, "order_missing");
        }
        Condition returnWhen = mapping.rules().returnWhen();
        boolean returned = mapping.kind() == Kind.RETURNS || (returnWhen != null && meets(row, returnWhen));
        String of = id(row, Told.RETURN_OF, MAX_ORDER);
        return new Row.Sale(customer, order, at, returned, of.isEmpty() ? null : of, line(row, returned));
    }

    private Line line(Cells row, boolean returned) throws RowRejected {
        String pieces = places.of(row, Told.QUANTITY);
        long quantity = pieces == null ? 1 : Numbers.whole(pieces, "quantity_unreadable");
        // Files write what came back as less than nothing, or not.
        quantity = returned ? Math.abs(quantity) : quantity;
        if (quantity <= 0) {
            throw new RowRejected(quantity == 0 ? "quantity_zero" : "quantity_negative");
        }
        if (quantity > MAX_QUANTITY) {
            throw new RowRejected("quantity_too_large");
        }
        boolean told = mapping.columns().told().containsKey(Told.SKU);
        String product = told ? required(id(row, Told.SKU, MAX_SKU), "sku_missing") : WHOLE_ORDER;
        return priced(row, product, quantity, returned);
    }

    private Line priced(Cells row, String sku, long quantity, boolean returned) throws RowRejected {
        String price = places.of(row, Told.UNIT_PRICE);
        BigDecimal minor = price == null
                ? numbers.money(amount(row), "amount_unreadable")
                : numbers.money(price, "price_unreadable");
        if (price == null && returned) {
            minor = minor.abs();
        }
        if (minor.signum() < 0) {
            throw new RowRejected(price == null ? "amount_negative" : "price_negative");
        }
        Line full = price == null ? summed(sku, quantity, minor) : multiplied(sku, quantity, minor);
        if (full.amount() > MAX_AMOUNT) {
            throw new RowRejected("amount_too_large");
        }
        String description = text(row, Told.DESCRIPTION, MAX_TEXT);
        String category = id(row, Told.CATEGORY, MAX_SKU);
        return new Line(
                sku,
                category.isEmpty() ? List.of() : List.of(category),
                quantity,
                full.unitPrice(),
                full.amount(),
                null,
                0,
                description.isEmpty() ? Map.of() : Map.of("description", description));
    }

    private static Line multiplied(String sku, long quantity, BigDecimal price) throws RowRejected {
        try {
            return Line.of(sku, "", quantity, price);
        } catch (ArithmeticException e) {
            throw new RowRejected("amount_too_large");
        }
    }

    private static Line summed(String sku, long quantity, BigDecimal amount) {
        BigDecimal each = amount.divide(BigDecimal.valueOf(quantity), MAX_SCALE, RoundingMode.HALF_UP);
        long whole = Line.amountOf(1, amount, RoundingMode.HALF_UP);
        return new Line(sku, List.of(), quantity, each, whole, null, 0, Map.of());
    }

    private String amount(Cells row) throws RowRejected {
        String amount = places.of(row, Told.AMOUNT);
        return amount == null ? "" : amount;
    }

    private boolean meets(Cells row, Condition condition) throws RowRejected {
        String cell = places.of(row, condition.column());
        String start = condition.startsWith();
        Long below = condition.below();
        if (start != null) {
            return cell.startsWith(start);
        }
        return below == null
                ? cell.equals(condition.equalTo())
                : Numbers.number(cell, "number_unreadable").compareTo(BigDecimal.valueOf(below)) < 0;
    }

    private String id(Cells row, Told told, int max) throws RowRejected {
        String id = text(row, told, max);
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw new RowRejected("bad_character");
        }
        return id;
    }

    private String text(Cells row, Told told, int max) throws RowRejected {
        @Nullable String text = places.of(row, told);
        return text == null ? "" : limited(text, max);
    }

    private static String limited(String text, int max) throws RowRejected {
        if (text.length() > max || text.indexOf('\0') >= 0) {
            throw new RowRejected("text_too_long");
        }
        return text;
    }

    private static String required(String text, String reason) throws RowRejected {
        if (text.isEmpty()) {
            throw new RowRejected(reason);
        }
        return text;
    }
}
