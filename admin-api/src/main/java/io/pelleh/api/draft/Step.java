package io.pelleh.api.draft;

import java.util.function.UnaryOperator;

/** One step in a draft's life. */
record Step(String action, String actor, UnaryOperator<Draft> to) {}
