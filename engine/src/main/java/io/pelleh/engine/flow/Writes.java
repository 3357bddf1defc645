package io.pelleh.engine.flow;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for a commit. */
final class Writes {

    private Writes() {}

    /** @throws JournalUnavailable when MySQL could not be reached */
    static Committed await(CompletableFuture<Committed> commit) {
        try {
            return commit.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
