package io.pelleh.api.ruleset;

import io.pelleh.engine.program.ProgramId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks several times a second whether another node released something, and loads it here. */
public final class ReleaseWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseWatch.class);
    private static final long PAUSE_MILLIS = 200;

    /** Rounds after which a release that could not be loaded is tried again. */
    private static final int ROUNDS = 50;

    private final Releases releases;
    private final ReleaseStore store;
    private final Map<ProgramId, String> seen = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pelleh-releases").daemon().factory());
    private final Set<ProgramId> failed = new HashSet<>();
    private int round;

    public ReleaseWatch(Releases releases, ReleaseStore store) {
        this.releases = releases;
        this.store = store;
    }

    /** Begins to look. */
    public ReleaseWatch begin() {
        Future<?> _ = timer.scheduleWithFixedDelay(this::guarded, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void guarded() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("Releases could not be looked at and are again: {}", e.getMessage());
        }
    }

    /** Loads what is new; one that cannot be loaded leaves the one before in force. */
    private void look() {
        store.marks().forEach((program, mark) -> {
            if (!mark.equals(seen.get(program))) {
                seen.put(program, mark);
                load(program);
            }
        });
        if (++round % ROUNDS == 0) {
            seen.keySet().removeAll(failed);
            failed.clear();
        }
    }

    private void load(ProgramId program) {
        try {
            releases.refresh(program);
        } catch (RuntimeException | LinkageError e) {
            failed.add(program);
            LOG.error("The newest release of {} cannot be loaded here; the one before stays in force", program, e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
