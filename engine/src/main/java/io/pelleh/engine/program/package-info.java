/** Programs: currency, zone and calendar that everything else is read by. */
@NullMarked
package io.pelleh.engine.program;

import org.jspecify.annotations.NullMarked;
