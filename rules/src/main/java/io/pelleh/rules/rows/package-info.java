/** Table rows as facts: one generic rule joins them with what a situation shows. */
@NullMarked
package io.pelleh.rules.rows;

import org.jspecify.annotations.NullMarked;
