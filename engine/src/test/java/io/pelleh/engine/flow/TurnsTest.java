package io.pelleh.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void whatWasPreparedBeforeAnotherTurnOfTheSameKeyEndedIsStale() {
        long since = turns.ended();

        turns.take("demo/sara", () -> "bought");

        assertThat(turns.<Boolean>take("demo/sara", since, stale -> stale)).isTrue();
        assertThat(turns.<Boolean>take("demo/sara", turns.ended(), stale -> stale))
                .isFalse();
    }

    @Test
    void aTurnThatFailedMayHaveWrittenSomethingTheSame() {
        long since = turns.ended();

        try {
            turns.take("demo/sara", () -> {
                throw new IllegalStateException("written, then lost");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("written, then lost");
        }

        assertThat(turns.<Boolean>take("demo/sara", since, stale -> stale)).isTrue();
    }

    @Test
    void turnsOfOthersDoNotMatter() {
        long since = turns.ended();

        turns.take("demo/omid", () -> "bought");

        assertThat(turns.<Boolean>take("demo/sara", since, stale -> stale)).isFalse();
    }
}
