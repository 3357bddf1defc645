package io.pelleh.engine.facts;

import io.pelleh.engine.checkout.Line;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The fact about one line of a basket: what a rule sees as {@code Item(…)}, with its {@link Basket}. */
public final class Item implements Situation {

    private final Basket basket;
    private final Line line;
    private final int index;

    Item(Basket basket, Line line, int index) {
        this.basket = basket;
        this.line = line;
        this.index = index;
    }

    @Override
    public Customer customer() {
        return basket.customer();
    }

    @Override
    public Basket basket() {
        return basket;
    }

    @Override
    public Item item() {
        return this;
    }

    public Basket getBasket() {
        return basket;
    }

    public Customer getCustomer() {
        return basket.customer();
    }

    public String getSku() {
        return line.sku();
    }

    public String getCategory() {
        return line.category();
    }

    public List<String> getCategories() {
        return line.categories();
    }

    /** What one piece costs before promotions, rounded half-up to minor units. */
    public long getUnitPrice() {
        return Line.amountOf(1, line.unitPrice(), RoundingMode.HALF_UP);
    }

    /** Pieces of this product in all lines of the basket. */
    public long getSkuUnits() {
        return sum(other -> other.sku().equals(line.sku()), Line::quantity);
    }

    /** Pieces of this line's main category in all lines of the basket. */
    public long getCategoryUnits() {
        return sum(other -> other.category().equals(line.category()), Line::quantity);
    }

    /** What the lines of this line's main category cost now together, minor units. */
    public long getCategoryTotal() {
        return sum(other -> other.category().equals(line.category()), Line::amount);
    }

    private long sum(Predicate<Line> which, ToLongFunction<Line> what) {
        long sum = 0;
        for (Line other : basket.goods().lines()) {
            if (which.test(other)) {
                sum = Math.addExact(sum, what.applyAsLong(other));
            }
        }
        return sum;
    }

    public long getQuantity() {
        return line.quantity();
    }

    /** What the line costs now, in minor units. */
    public long getAmount() {
        return line.amount();
    }

    /** A value the shop sent along, or empty. */
    public String attribute(String name) {
        return line.attributes().getOrDefault(name, "");
    }

    /** A number the shop sent along, rounded down; 0 when it is missing or none. */
    public long number(String name) {
        return OwnValue.number(attribute(name));
    }

    /** Whether the shop sent {@code true} along. */
    public boolean flag(String name) {
        return OwnValue.flag(attribute(name));
    }

    /** Position in the basket, from 0. */
    public int index() {
        return index;
    }
}
