package io.pelleh.engine.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shop says is coming back.
 *
 * @param id the shop's id of this return, at most {@value #MAX_ID} characters
 * @param pieces at most {@value Goods#MAX_LINES}
 * @param shipping whether the charge for shipping is given back; null for: with the last piece
 */
public record Returning(
        String id, List<Pieces> pieces, @Nullable Boolean shipping) {

    /** Characters of a return's id: with a checkout's and a word it still is an event's id. */
    public static final int MAX_ID = 60;

    public Returning {
        pieces = List.copyOf(pieces);
    }

    /**
     * Pieces of one product.
     *
     * @param line place of the line in the basket, from 0; null where {@code sku} says which
     * @param sku product, taken from its lines in order; null where {@code line} says which
     * @param quantity more than zero
     */
    public record Pieces(@Nullable Integer line, @Nullable String sku, long quantity) {}
}
