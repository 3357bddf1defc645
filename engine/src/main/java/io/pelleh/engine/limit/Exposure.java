package io.pelleh.engine.limit;

/**
 * A promotion that a decision shows somebody, and may not show too often.
 *
 * @param counter for whom and in which period it is counted: baskets in which it was shown
 * @param most baskets in which it may be shown
 */
public record Exposure(String promotion, Counter counter, long most) {}
