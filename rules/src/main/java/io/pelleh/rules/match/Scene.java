package io.pelleh.rules.match;

import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Bought;
import io.pelleh.engine.facts.Item;
import io.pelleh.engine.facts.Situation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation looks at, numbered: 0 is the customer or basket itself, then come the lines, then what was bought
 * before.
 */
public final class Scene {

    private final Situation base;
    private final List<Item> items;
    private final List<Bought> bought;

    /** @param remembers whether any rule looks at former purchases */
    public Scene(Situation base, boolean remembers) {
        Basket basket = base.basket();
        this.base = base;
        this.items = basket == null ? List.of() : basket.items();
        this.bought = remembers ? Bought.of(base) : List.of();
    }

    public Situation base() {
        return base;
    }

    public @Nullable Basket basket() {
        return base.basket();
    }

    public List<Item> items() {
        return items;
    }

    public List<Bought> bought() {
        return bought;
    }

    /** Number of the first former purchase. */
    public int firstBought() {
        return 1 + items.size();
    }

    Situation at(int number) {
        if (number == 0) {
            return base;
        }
        return number < firstBought() ? items.get(number - 1) : bought.get(number - firstBought());
    }
}
