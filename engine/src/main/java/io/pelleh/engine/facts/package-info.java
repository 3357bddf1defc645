/** What rules may know: flat, typed, immutable facts and the vocabulary that names them. */
@NullMarked
package io.pelleh.engine.facts;

import org.jspecify.annotations.NullMarked;
