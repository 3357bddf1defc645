package io.pelleh.api.checkout;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bounds how long a caller waits, where the caller said so. */
record Deadline(@Nullable Long millis) {

    /**
     * Runs the work, in the caller's thread where nothing bounds it.
     *
     * @throws Refused when the time is over; a commit may still come through, and the same request then gets its answer
     */
    <T> T meet(Supplier<T> work) {
        return millis == null ? work.get() : meet(work, millis);
    }

    private static <T> T meet(Supplier<T> work, long millis) {
        try {
            return CompletableFuture.supplyAsync(
                            work, task -> Thread.ofVirtual().start(task))
                    .get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Refused(Code.DEADLINE_EXCEEDED, "not decided within " + millis + " ms; repeat the same request");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Code.UNAVAILABLE, "this node is stopping; repeat the same request");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
        }
    }
}
