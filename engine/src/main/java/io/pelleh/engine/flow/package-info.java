/** The one door: load, evaluate, resolve, commit, answer. */
@NullMarked
package io.pelleh.engine.flow;

import org.jspecify.annotations.NullMarked;
