package io.pelleh.engine.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.MemoryEpoch;
import io.pelleh.engine.program.ProgramId;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What every copy of states promises, in memory or in Redis; the epoch is kept outside of it. */
abstract class StatesContract {

    private static final ProgramId PROGRAM = Given.EUR.id();
    private static final CustomerState FIRST =
            CustomerState.unseen(Given.SARA, Given.NOON).decided(Given.NOON);
    private static final CustomerState SECOND = FIRST.decided(Given.NOON);

    final MemoryEpoch epoch = new MemoryEpoch();

    abstract CustomerStates states();

    /** Forgets everything. */
    abstract void flush();

    abstract void stop();

    /** Begins again, with nothing. */
    abstract void start();

    @Test
    void aStateThatWasKeptIsFoundAgain() {
        states().keep(PROGRAM, FIRST);

        assertThat(states().find(PROGRAM, Given.SARA)).contains(FIRST);
        assertThat(states().find(PROGRAM, Given.OMID)).isEmpty();
        assertThat(states().find(Given.IRR.id(), Given.SARA)).isEmpty();
    }

    @Test
    void aNewerStateReplacesAnOlderOneAndNeverTheOtherWay() {
        states().keep(PROGRAM, FIRST);
        states().keep(PROGRAM, SECOND);
        states().keep(PROGRAM, FIRST);

        assertThat(states().find(PROGRAM, Given.SARA)).contains(SECOND);
    }

    @Test
    void whatWasKeptInAnEarlierEpochCountsAsAbsentAndAnyVersionReplacesIt() {
        states().keep(PROGRAM, SECOND);

        epoch.raise("test");

        assertThat(states().find(PROGRAM, Given.SARA)).isEmpty();
        states().keep(PROGRAM, FIRST);
        assertThat(states().find(PROGRAM, Given.SARA)).contains(FIRST);
    }

    @Test
    void afterItWasEmptiedNothingIsFoundAndThingsGoOn() {
        states().keep(PROGRAM, SECOND);

        flush();

        assertThat(states().find(PROGRAM, Given.SARA)).isEmpty();
        states().keep(PROGRAM, FIRST);
        assertThat(states().find(PROGRAM, Given.SARA)).contains(FIRST);
    }

    @Test
    void whileItIsAwayThatIsSaidQuicklyAndOneLostWriteBeginsANewEpoch() {
        states().keep(PROGRAM, FIRST);
        long before = epoch.current();
        stop();
        long begun = System.nanoTime();

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> states().keep(PROGRAM, SECOND)).isInstanceOf(StatesUnavailable.class);
            assertThatThrownBy(() -> states().find(PROGRAM, Given.SARA)).isInstanceOf(StatesUnavailable.class);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(epoch.current()).isEqualTo(before + 1);
    }

    @Test
    void onceItIsBackItIsGreetedAndWorks() {
        states().keep(PROGRAM, SECOND);
        int greeted = epoch.served().size();
        stop();
        assertThatThrownBy(() -> states().find(PROGRAM, Given.SARA)).isInstanceOf(StatesUnavailable.class);

        start();

        await(() -> answers(states()));
        assertThat(epoch.served()).hasSizeGreaterThan(greeted).doesNotHaveDuplicates();
        assertThat(states().find(PROGRAM, Given.SARA)).isEmpty();
        states().keep(PROGRAM, FIRST);
        assertThat(states().find(PROGRAM, Given.SARA)).contains(FIRST);
    }

    private static boolean answers(CustomerStates states) {
        try {
            return states.find(PROGRAM, Given.OMID).isEmpty();
        } catch (StatesUnavailable e) {
            return false;
        }
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
