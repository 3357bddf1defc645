/** Strict reading of JSON, with a pointer to whatever is wrong, and writing of it. */
@NullMarked
package io.pelleh.api.json;

import org.jspecify.annotations.NullMarked;
