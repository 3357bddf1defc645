/** Backtests: a period of the past, decided again under two sets of rules side by side, with nothing written but the result. */
@NullMarked
package io.pelleh.api.backtest;

import org.jspecify.annotations.NullMarked;
