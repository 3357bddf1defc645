/** Bulk imports of the past: upload, staging, applying through the one door, and their progress. */
@NullMarked
package io.pelleh.api.imports;

import org.jspecify.annotations.NullMarked;
