/** Sentences and DRL, compiled by Drools into its executable model. */
@NullMarked
package io.pelleh.rules.compiled;

import org.jspecify.annotations.NullMarked;
