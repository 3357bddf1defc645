package io.pelleh.api.ruleset;

import io.pelleh.api.ruleset.ReleaseStore.Canary;
import io.pelleh.api.ruleset.ReleaseStore.Released;
import io.pelleh.api.ruleset.ReleaseStore.State;
import io.pelleh.engine.decision.Bucket;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The releases of one program as this node knows them: immutable, swapped as a whole.
 *
 * @param history those that were ever in force, in the order in which they came into force
 * @param canaries those that decided for some, the running one among them
 * @param settledAt from here on nothing has changed
 */
record Shelf(
        ProgramId program,
        List<Released> history,
        List<Released> canaries,
        Instant settledAt,
        RuleSet inForce,
        @Nullable RuleSet canary) {

    static List<Released> history(List<Released> all) {
        return all.stream()
                .filter(release -> release.state() == State.RELEASED && release.inForceAt() != null)
                .sorted(Comparator.comparing(Shelf::inForceAt).thenComparingLong(Released::number))
                .toList();
    }

    static @Nullable Released running(List<Released> all) {
        return all.stream()
                .filter(release -> release.state() == State.CANARY)
                .findFirst()
                .orElse(null);
    }

    static Shelf of(ProgramId program, List<Released> all, RuleSet inForce, @Nullable RuleSet canary) {
        List<Released> canaries =
                all.stream().filter(release -> release.canary() != null).toList();
        Instant settled = all.stream()
                .map(Shelf::lastChange)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return new Shelf(program, history(all), canaries, settled, inForce, canary);
    }

    private static Instant lastChange(Released release) {
        Instant inForce = inForceAt(release);
        Canary canary = release.canary();
        if (canary == null) {
            return inForce;
        }
        Instant ended = canary.until() == null ? canary.from() : canary.until();
        return ended.isAfter(inForce) ? ended : inForce;
    }

    private static Instant inForceAt(Released release) {
        return release.inForceAt() == null ? Instant.MIN : release.inForceAt();
    }

    /** Who decides for a unit now. */
    RuleSet now(String unit) {
        if (canary == null) {
            return inForce;
        }
        for (Released release : canaries) {
            if (release.number() == canary.release()) {
                return falls(release, unit) ? canary : inForce;
            }
        }
        return inForce;
    }

    /** Number of the release that decided for a unit at an instant; without a unit, for all. */
    long at(@Nullable String unit, Instant at) {
        for (Released release : canaries) {
            if (unit != null && during(release, at) && falls(release, unit)) {
                return release.number();
            }
        }
        Released then = history.getFirst();
        for (Released release : history) {
            if (!inForceAt(release).isAfter(at)) {
                then = release;
            }
        }
        return then.number();
    }

    private static boolean during(Released release, Instant at) {
        Canary canary = release.canary();
        return canary != null && !at.isBefore(canary.from()) && (canary.until() == null || at.isBefore(canary.until()));
    }

    private boolean falls(Released release, String unit) {
        Canary known = release.canary();
        return known != null && Bucket.of(program, "canary-" + release.number(), unit) < known.share();
    }
}
