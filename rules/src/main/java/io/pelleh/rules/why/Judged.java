package io.pelleh.rules.why;

import io.pelleh.engine.decision.Condition;

/**
 * One condition beside the value it met.
 *
 * @param actual empty where there was nothing to look at, or for a condition that is shown as a whole
 */
public record Judged(Condition condition, String actual, boolean met) {}
