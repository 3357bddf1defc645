/** Points: lots, the wallet and the append-only ledger. */
@NullMarked
package io.pelleh.engine.points;

import org.jspecify.annotations.NullMarked;
