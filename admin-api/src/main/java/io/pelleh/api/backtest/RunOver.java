package io.pelleh.api.backtest;

/** This run of a backtest was cancelled, or another node runs it by now. */
final class RunOver extends RuntimeException {

    RunOver() {
        super("the backtest was cancelled or taken over", null, false, false);
    }
}
