/** How events and time move a customer's state: pure folds, no rules. */
@NullMarked
package io.pelleh.engine.lifecycle;

import org.jspecify.annotations.NullMarked;
