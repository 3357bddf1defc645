package io.pelleh.api.health;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** A part whose health is asked for. */
public final class Vital implements HealthIndicator {

    /** The part is away and the work goes on, slower: no reason to take the node out. */
    private static final Status DEGRADED = new Status("DEGRADED");

    private final Supplier<Reading> look;

    public Vital(Supplier<Reading> look) {
        this.look = look;
    }

    /** How a part is doing. */
    public record Reading(Condition condition, Map<String, Object> details) {
        public Reading {
            details = Map.copyOf(details);
        }
    }

    /** Whether a part works, is missed, or is needed and gone. */
    public enum Condition {
        UP,
        DEGRADED,
        DOWN
    }

    @Override
    public Health health() {
        try {
            Reading reading = look.get();
            return Health.status(status(reading.condition()))
                    .withDetails(reading.details())
                    .build();
        } catch (RuntimeException e) {
            return Health.down()
                    .withDetail("error", e.getClass().getSimpleName())
                    .build();
        }
    }

    private static Status status(Condition condition) {
        return switch (condition) {
            case UP -> Status.UP;
            case DEGRADED -> DEGRADED;
            case DOWN -> Status.DOWN;
        };
    }
}
