/** Why a rule held or did not: its condition tree, read beside the values it met, and how far the reward is. */
@NullMarked
package io.pelleh.rules.why;

import org.jspecify.annotations.NullMarked;
