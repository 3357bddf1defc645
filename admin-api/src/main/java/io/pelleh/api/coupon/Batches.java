package io.pelleh.api.coupon;

import io.pelleh.api.job.RunOver;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where batches are kept, each with who makes its codes now. */
public interface Batches {

    /** A code to be written. */
    record Fresh(String code, @Nullable String customer) {}

    /** The making of a batch on one node: whoever holds the runner's name may write. */
    record Run(Batch batch, String runner) {}

    /**
     * Keeps a new batch, with no code yet.
     *
     * @param customers whose the codes are; none for anybody's
     * @return false when the name is taken
     */
    boolean add(Batch batch, List<String> customers);

    Optional<Batch> find(ProgramId program, String name);

    /** Batches behind a name, in order of their names. */
    List<Batch> after(ProgramId program, String name, int limit);

    /** Whose the codes of a batch are to be, in order. */
    List<String> customers(Batch batch);

    /** Batches whose making ended without a word. */
    List<Batch> abandoned();

    /** Takes the making over; false when somebody else is at it, or it is done. */
    boolean claim(Batch batch, String runner);

    /**
     * Writes the next codes and how far the making has come by them, both or neither.
     *
     * @return false when one of the codes is there already; nothing is written then
     * @throws RunOver when the making was stopped, or another node has taken it over
     */
    boolean write(Run run, int done, List<Fresh> codes, double rate);

    /** Ends the making. */
    void end(Run run, Batch.State state, @Nullable String problem);

    /** Stops the making wherever it runs. */
    void stop(Batch batch);

    /** Forgets a batch that has no code. */
    void forget(Batch batch);

    /** Takes all codes out of use from an instant on, or with null takes them back in. */
    void block(Batch batch, @Nullable Instant at);
}
