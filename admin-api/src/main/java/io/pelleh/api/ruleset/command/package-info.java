/** The commands that check a folder of rules, for a terminal and for CI. */
@NullMarked
package io.pelleh.api.ruleset.command;

import org.jspecify.annotations.NullMarked;
