/** Decision tables as a grid of typed cells: from and to JSON, and Drools' own format as CSV and XLSX, without loss. */
@NullMarked
package io.pelleh.rules.grid;

import org.jspecify.annotations.NullMarked;
