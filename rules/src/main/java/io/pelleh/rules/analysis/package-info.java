/** What rules say without being run: gaps, overlaps, rows that never win, and what changed between two versions. */
@NullMarked
package io.pelleh.rules.analysis;

import org.jspecify.annotations.NullMarked;
