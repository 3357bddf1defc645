package io.pelleh.api.pause;

import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.audit.AuditLog.Done;
import io.pelleh.api.json.Json;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.engine.program.Programs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Switches things off and on: here when a call returns, on other nodes a moment later. Each switch is in the audit log. */
public final class Pauses implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);
    private static final long PAUSE_MILLIS = 250;

    private final Ports ports;
    private final Map<ProgramId, String> seen = new ConcurrentHashMap<>();
    private final Map<ProgramId, List<Pause>> known = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pelleh-pauses").daemon().factory());

    /** What pauses need from outside. */
    public record Ports(PauseRows rows, AuditLog audit, Programs programs) {}

    public Pauses(Ports ports) {
        this.ports = ports;
    }

    /** Begins to look for what other nodes switch. */
    public Pauses begin() {
        Future<?> _ = timer.scheduleWithFixedDelay(this::guarded, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void guarded() {
        try {
            ports.rows().marks().forEach((program, mark) -> {
                if (!mark.equals(seen.get(program))) {
                    refresh(program);
                    seen.put(program, mark);
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("Pauses could not be looked at and are again: {}", e.getMessage());
        }
    }

    private void refresh(ProgramId program) {
        known.put(program, ports.rows().all(program));
    }

    /** What is switched off now. */
    public Set<String> off(ProgramId program) {
        List<Pause> all = known.getOrDefault(program, List.of());
        return all.isEmpty()
                ? Set.of()
                : all.stream()
                        .filter(pause -> pause.until() == null)
                        .map(Pause::what)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** What was switched off at an instant. */
    public Set<String> offAt(ProgramId program, Instant at) {
        List<Pause> all = known.getOrDefault(program, List.of());
        return all.isEmpty()
                ? Set.of()
                : all.stream().filter(pause -> pause.at(at)).map(Pause::what).collect(Collectors.toUnmodifiableSet());
    }

    /** All pauses of a program, newest first. */
    public List<Pause> all(ProgramId program) {
        return ports.rows().all(program);
    }

    /** Switches something off, at once; what is off already stays as it is. */
    public void pause(ProgramId program, String what, String actor, String reason) {
        Instant now = ports.programs().now(ports.programs().get(program));
        if (ports.rows().add(program, new Pause(what, now, null, actor, null, reason))) {
            ports.audit().add(new Done(program, actor, "paused", what, detail(reason)));
        }
        refresh(program);
    }

    /** Switches something on again; what is on already stays as it is. */
    public void resume(ProgramId program, String what, String actor, String reason) {
        Instant now = ports.programs().now(ports.programs().get(program));
        if (ports.rows().end(program, what, now, actor)) {
            ports.audit().add(new Done(program, actor, "resumed", what, detail(reason)));
        }
        refresh(program);
    }

    private static String detail(String reason) {
        byte[] bytes = Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("reason", reason);
            json.writeEndObject();
        });
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
