package io.pelleh.engine.customer;

/**
 * The last purchase of a product that a rule in force looks at.
 *
 * @param day days since 1970-01-01 in the program's zone
 */
public record Watched(String sku, long day, long units) {}
