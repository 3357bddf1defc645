/** Files of past orders and customers, row by row, as a mapping reads them. */
@NullMarked
package io.pelleh.api.imports.csv;

import org.jspecify.annotations.NullMarked;
