package io.pelleh.api.coupon;

import java.time.Duration;
import java.util.Set;

/** Counts codes that nobody knows, by who gave them; all nodes share the counts where they can. */
public interface GuessCounts {

    /**
     * What somebody may do.
     *
     * @param codes different codes within the window
     */
    record Bounds(int codes, Pace pace) {}

    /**
     * How long it takes.
     *
     * @param window in which codes are counted
     * @param first for how long the first lock-out is
     * @param longest lock-outs double up to that; a day without one begins anew
     */
    record Pace(Duration window, Duration first, Duration longest) {}

    /**
     * Whether somebody is locked out.
     *
     * @param seconds for how long yet; 0 for not
     * @param fresh it is by these codes
     */
    record Verdict(long seconds, boolean fresh) {

        public static final Verdict FREE = new Verdict(0, false);
    }

    /** Counts codes, each once in a window, unless somebody is locked out already. */
    Verdict count(String who, Set<String> codes, Bounds bounds);
}
