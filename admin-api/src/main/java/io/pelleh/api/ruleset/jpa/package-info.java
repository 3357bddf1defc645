/** Releases of rules in MySQL. */
@NullMarked
package io.pelleh.api.ruleset.jpa;

import org.jspecify.annotations.NullMarked;
