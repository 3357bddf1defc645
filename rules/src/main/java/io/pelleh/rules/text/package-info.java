/** The text of rules: Persian and Latin script made one, DRL with its places in the original, and what is wrong with it. */
@NullMarked
package io.pelleh.rules.text;

import org.jspecify.annotations.NullMarked;
