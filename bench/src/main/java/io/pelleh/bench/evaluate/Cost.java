package io.pelleh.bench.evaluate;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What one iteration cost its thread; CPU time, since other processes may share the machine. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Cost {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Evaluations. */
    public long operations;

    /** CPU time of all of them. */
    public long cpuNanos;

    /** What they allocated. */
    public long allocatedBytes;

    private long cpuBefore;
    private long allocatedBefore;

    @Setup(Level.Iteration)
    public void begin() {
        allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
        cpuBefore = THREADS.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void end() {
        cpuNanos = THREADS.getCurrentThreadCpuTime() - cpuBefore;
        allocatedBytes = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
    }
}
