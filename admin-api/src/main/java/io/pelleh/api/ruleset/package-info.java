/** Releases of rules: kept in MySQL, compiled aside, swapped by one reference, on every node within a second. */
@NullMarked
package io.pelleh.api.ruleset;

import org.jspecify.annotations.NullMarked;
