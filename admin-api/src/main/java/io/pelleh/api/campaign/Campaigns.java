package io.pelleh.api.campaign;

import io.pelleh.api.campaign.Counts.Count;
import io.pelleh.api.campaign.Standing.Budget;
import io.pelleh.api.pause.Pause;
import io.pelleh.api.pause.Pauses;
import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.decision.RuleSets;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Limit;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.engine.program.Programs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The campaigns of the release in force, as they stand now. */
public final class Campaigns {

    private final Ports ports;

    /** What campaigns need from outside. */
    public record Ports(RuleSets rules, Programs programs, Counts counts, Pauses pauses) {}

    public Campaigns(Ports ports) {
        this.ports = ports;
    }

    /** Whether any campaign may pause itself. */
    boolean guarded(ProgramId id) {
        return ports.rules().inForce(id).campaigns().stream()
                .anyMatch(campaign -> campaign.plan().mostPerHour() > 0);
    }

    /** All campaigns by name. */
    List<Standing> all(ProgramId id) {
        Program program = ports.programs().get(id);
        Instant now = ports.programs().now(program);
        List<Campaign> campaigns = ports.rules().inForce(id).campaigns();
        List<Counter> counters = campaigns.stream()
                .flatMap(campaign -> campaign.limits().stream())
                .map(limit -> counter(program, limit, now))
                .toList();
        Map<Counter, Count> counts =
                counters.isEmpty() ? Map.of() : ports.counts().of(id, counters);
        Map<String, Pause> pauses = ports.pauses().all(id).stream()
                .filter(pause -> pause.until() == null)
                .collect(Collectors.toMap(Pause::what, Function.identity(), (a, b) -> a));
        Function<Limit, Budget> budget = limit -> budget(
                limit,
                counts.getOrDefault(counter(program, limit, now), Count.NONE),
                limit.each().end(program, now));
        return campaigns.stream()
                .map(campaign -> Standing.of(
                        campaign,
                        now,
                        pauses.getOrDefault(campaign.owner(), pauses.get(Pause.PROGRAM)),
                        campaign.limits().stream().map(budget).toList()))
                .toList();
    }

    private static Counter counter(Program program, Limit limit, Instant now) {
        return new Counter(limit.counter(""), limit.each().key(program, now));
    }

    private static Budget budget(Limit limit, Count count, Instant anew) {
        long left = limit.amount() - count.used();
        boolean spent = left <= 0 || (count.lacked() != Long.MAX_VALUE && left < count.lacked());
        return new Budget(limit, count.used(), limit.bounds() && spent, anew);
    }
}
