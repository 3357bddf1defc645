package io.pelleh.api.draft;

import io.pelleh.api.draft.Draft.Plan;
import io.pelleh.api.draft.Draft.State;
import io.pelleh.api.draft.Publishing.Manner;
import io.pelleh.api.journal.Leases;
import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes drafts whose time has come, one node at a time. One that cannot be published goes back to its approver. */
public final class Schedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final long PAUSE_MILLIS = 500;
    private static final String ACTOR = "schedule";

    private final Drafts drafts;
    private final Course course;
    private final ProgramRegister programs;
    private final Leases leases;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pelleh-schedule").daemon().factory());

    public Schedule(Drafts drafts, Course course, ProgramRegister programs, Leases leases) {
        this.drafts = drafts;
        this.course = course;
        this.programs = programs;
        this.leases = leases;
    }

    /** Begins to look. */
    public Schedule begin() {
        Future<?> _ = timer.scheduleWithFixedDelay(this::guarded, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void guarded() {
        try {
            drafts.rows().in(State.SCHEDULED).stream().filter(this::due).forEach(this::publish);
        } catch (RuntimeException e) {
            LOG.warn("Scheduled drafts wait: {}", e.getMessage());
        }
    }

    private boolean due(DraftRows.Owned owned) {
        Instant at = owned.draft().plan().publishAt();
        return at != null
                && !at.isAfter(programs.now(programs.get(owned.program())))
                && leases.mine("schedule " + owned.program());
    }

    private void publish(DraftRows.Owned owned) {
        Draft draft = owned.draft();
        try {
            course.publishing()
                    .publish(
                            owned.program(),
                            draft,
                            new Manner(ACTOR, "", draft.plan().canaryShare()));
        } catch (Refused e) {
            LOG.warn("Draft {} of {} could not be published: {}", draft.id(), owned.program(), e.getMessage());
            back(owned.program(), draft, String.valueOf(e.getMessage()));
        }
    }

    private void back(ProgramId program, Draft draft, String reason) {
        Plan plan = new Plan(draft.plan().passed(), null, null, null, reason);
        drafts.move(
                program,
                draft.id(),
                new Expected(ACTOR, draft.revision()),
                new Step("draft.unpublishable", ACTOR, same -> same.to(State.APPROVED, plan)));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
