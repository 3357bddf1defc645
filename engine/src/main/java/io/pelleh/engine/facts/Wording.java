package io.pelleh.engine.facts;

/**
 * How people speak of an attribute.
 *
 * @param label heading of a column or field
 * @param phrase what stands in a sentence; for yes or no the sentence itself and, after a {@code |}, its opposite
 * @param help what exactly it means
 */
public record Wording(Bilingual label, Bilingual phrase, Bilingual help) {}
