package io.pelleh.engine.customer;

import io.pelleh.engine.fixtures.MemoryStates;

class MemoryStatesTest extends StatesContract {

    private final MemoryStates states = new MemoryStates(epoch);

    @Override
    CustomerStates states() {
        return states;
    }

    @Override
    void flush() {
        states.flush();
    }

    @Override
    void stop() {
        states.stop();
    }

    @Override
    void start() {
        states.start();
    }
}
