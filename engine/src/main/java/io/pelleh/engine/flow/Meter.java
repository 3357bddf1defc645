package io.pelleh.engine.flow;

/** Hears how the flow is doing. */
public interface Meter {

    Meter NONE = new Meter() {
        @Override
        public void took(Step step, long nanos) {}

        @Override
        public void count(Occasion occasion) {}
    };

    /** The parts of the flow that are timed. */
    enum Step {
        LOAD,
        DECIDE,
        COMMIT,
        KEEP
    }

    /** What is counted. */
    enum Occasion {
        CLASH,
        CODE_TAKEN,
        REPEAT,
        EXHAUSTED,
        STATES_AWAY,
        DUE
    }

    void took(Step step, long nanos);

    void count(Occasion occasion);
}
