package io.pelleh.api.coupon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Counts for one node alone; of more than {@value #MAX} who guess it forgets the one who was seen longest ago. */
public final class GuessesInMemory implements GuessCounts {

    private static final int MAX = 20_000;
    private static final int MAX_DOUBLINGS = 30;
    private static final Duration MEMORY = Duration.ofDays(1);

    private final InstantSource clock;
    private final Map<String, Guesser> guessers = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guesser> eldest) {
            return size() > MAX;
        }
    };

    public GuessesInMemory(InstantSource clock) {
        this.clock = clock;
    }

    private static final class Guesser {
        private final Set<String> codes = new HashSet<>();
        private Instant windowEnds = Instant.MIN;
        private Instant lockEnds = Instant.MIN;
        private int locks;
    }

    @Override
    public synchronized Verdict count(String who, Set<String> codes, Bounds bounds) {
        Instant now = clock.instant();
        Guesser guesser = guessers.computeIfAbsent(who, key -> new Guesser());
        if (now.isBefore(guesser.lockEnds)) {
            return new Verdict(
                    Math.max(1, Duration.between(now, guesser.lockEnds).toSeconds()), false);
        }
        if (!now.isBefore(guesser.windowEnds)) {
            guesser.codes.clear();
            guesser.windowEnds = now.plus(bounds.pace().window());
        }
        guesser.codes.addAll(codes);
        return guesser.codes.size() > bounds.codes() ? lock(guesser, bounds.pace(), now) : Verdict.FREE;
    }

    private static Verdict lock(Guesser guesser, Pace pace, Instant now) {
        boolean again = guesser.locks > 0 && now.isBefore(guesser.lockEnds.plus(MEMORY));
        guesser.locks = again ? guesser.locks + 1 : 1;
        long seconds = Math.min(
                pace.longest().toSeconds(), pace.first().toSeconds() << Math.min(guesser.locks - 1, MAX_DOUBLINGS));
        guesser.lockEnds = now.plusSeconds(seconds);
        guesser.windowEnds = Instant.MIN;
        return new Verdict(seconds, true);
    }
}
