/** Table rows as facts, those of one key together: one generic rule joins them with what a situation shows. */
@NullMarked
package io.pelleh.rules.rows;

import org.jspecify.annotations.NullMarked;
