package io.pelleh.api.campaign;

import io.pelleh.api.campaign.Standing.Budget;
import io.pelleh.api.campaign.Standing.State;
import io.pelleh.api.journal.Leases;
import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.api.pause.Pauses;
import io.pelleh.api.ruleset.NothingReleased;
import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.program.Period;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses a campaign whose promotions took off more within one hour than it allows. Whoever resumes it vouches for the rest
 * of that hour. One node at a time.
 */
public final class CostGuard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CostGuard.class);
    private static final long PAUSE_MILLIS = 500;
    private static final String ACTOR = "cost guard";

    private final Ports ports;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pelleh-cost-guard").daemon().factory());

    /** What the guard needs from outside. */
    public record Ports(Campaigns campaigns, ProgramRegister programs, Pauses pauses, Leases leases) {}

    public CostGuard(Ports ports) {
        this.ports = ports;
    }

    /** Begins to look. */
    public CostGuard begin() {
        Future<?> _ = timer.scheduleWithFixedDelay(this::guarded, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void guarded() {
        for (Program program : ports.programs().all()) {
            try {
                look(program);
            } catch (NothingReleased e) {
                LOG.debug("{} has no campaigns yet", program.id());
            } catch (RuntimeException e) {
                LOG.warn("Campaigns of {} could not be looked at and are again: {}", program.id(), e.getMessage());
            }
        }
    }

    private void look(Program program) {
        if (ports.campaigns().guarded(program.id()) && ports.leases().mine("cost guard " + program.id())) {
            ports.campaigns().all(program.id()).stream()
                    .filter(standing -> standing.state() == State.RUNNING)
                    .forEach(standing -> look(program, standing));
        }
    }

    private void look(Program program, Standing standing) {
        Campaign campaign = standing.campaign();
        long most = campaign.plan().mostPerHour();
        for (Budget budget : standing.budgets()) {
            boolean hour =
                    budget.limit().of() == Measure.MONEY && budget.limit().each() == Period.HOUR;
            if (hour && budget.used() > most && !vouched(program.id(), campaign, budget.anew())) {
                LOG.warn(
                        "Campaign {} of {} pauses itself: it cost {} this hour",
                        campaign.name(),
                        program.id(),
                        budget.used());
                String reason = "it took off " + budget.used() + " within the hour, more than " + most;
                ports.pauses().pause(program.id(), campaign.owner(), ACTOR, reason);
            }
        }
    }

    /** Whether somebody resumed it in the hour that ends at an instant. */
    private boolean vouched(ProgramId program, Campaign campaign, Instant end) {
        Instant begin = end.minusSeconds(TimeUnit.HOURS.toSeconds(1));
        return ports.pauses().all(program).stream()
                .anyMatch(pause -> pause.what().equals(campaign.owner())
                        && pause.until() != null
                        && !pause.until().isBefore(begin));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
