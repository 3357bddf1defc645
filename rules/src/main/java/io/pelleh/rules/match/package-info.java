/** What one evaluation looks at, and which rules held for what. */
@NullMarked
package io.pelleh.rules.match;

import org.jspecify.annotations.NullMarked;
