package io.pelleh.api.job;

import java.io.IOException;
import java.util.List;

/**
 * One kind of long work, whose jobs and progress are kept in MySQL.
 *
 * @param <J> a job
 */
public interface Work<J> {

    /** What a job is called in the log, such as {@code Import 7 of shop}. */
    String name(J job);

    /** Jobs whose run ended without a word. */
    List<J> abandoned();

    /** Takes a job over; false when somebody else is at it, or it is done. */
    boolean claim(J job, String runner);

    /**
     * Does a job from where it is written down to stand: after a broken connection nobody else knows how far it came.
     *
     * @throws RunOver when it was stopped, or another node has taken it over
     */
    void run(J job, String runner) throws IOException, InterruptedException;

    /** Notes that a job failed; it can be resumed. */
    void failed(J job, String runner, String problem);
}
