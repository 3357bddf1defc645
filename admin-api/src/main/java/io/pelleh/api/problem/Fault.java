package io.pelleh.api.problem;

/**
 * One thing that is wrong.
 *
 * @param pointer JSON pointer into the body; empty for the body as a whole, a header or a query parameter
 * @param code stable word, {@code missing}
 * @param detail one sentence that repeats nothing personal
 */
public record Fault(String pointer, String code, String detail) {}
