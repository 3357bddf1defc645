/** Reads campaigns, as they are written in YAML. */
@NullMarked
package io.pelleh.rules.campaign;

import org.jspecify.annotations.NullMarked;
