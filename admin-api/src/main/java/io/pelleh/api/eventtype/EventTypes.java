package io.pelleh.api.eventtype;

import io.pelleh.api.eventtype.EventTypeStore.Registration;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.program.ProgramId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The built-in event types and those of each shop, with their schemas. A change is seen on every node within seconds. */
public final class EventTypes {

    private static final List<String> BUILT_IN = List.of(
            "contact.identified",
            "contact.interacted",
            "member.enrolled",
            "quote.requested",
            "cart.updated",
            "order.placed",
            "order.paid",
            "order.shipped",
            "order.returned",
            "order.cancelled",
            "review.submitted",
            "survey.answered",
            "social.engaged",
            "referral.made",
            "referral.converted",
            "subscription.cancelled",
            "consent.given",
            "consent.withdrawn");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[._-][a-z0-9]+){1,20}");
    private static final Set<String> RESERVED_AREAS = Set.of("checkout", "pelleh", "time", "customer");
    private static final int MAX_NAME = 100;
    private static final int MAX_CACHED = 10_000;
    private static final Duration MAX_AGE = Duration.ofSeconds(5);

    private final EventTypeStore store;
    private final InstantSource clock;
    private final Map<String, DataSchema> builtIn = new LinkedHashMap<>();
    private final Map<Key, Cached> cache = new ConcurrentHashMap<>();

    public EventTypes(EventTypeStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        BUILT_IN.forEach(type -> builtIn.put(type, load(type)));
    }

    private record Key(ProgramId program, String type) {}

    private record Cached(Instant readAt, Optional<DataSchema> schema) {}

    private static DataSchema load(String type) {
        String path = "/schemas/events/" + type + ".json";
        try (InputStream in = Objects.requireNonNull(EventTypes.class.getResourceAsStream(path), path)) {
            return DataSchema.compile(Json.read(in.readAllBytes()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    public boolean builtIn(String type) {
        return builtIn.containsKey(type);
    }

    /** The names of the built-in types. */
    public List<String> builtIn() {
        return BUILT_IN;
    }

    /** The names of a shop's own types. */
    public List<String> own(ProgramId program) {
        return store.of(program);
    }

    /** The schema of a type's data. */
    public Optional<DataSchema> find(ProgramId program, String type) {
        DataSchema known = builtIn.get(type);
        return known != null ? Optional.of(known) : own(program, type);
    }

    private Optional<DataSchema> own(ProgramId program, String type) {
        if (!sound(type)) {
            return Optional.empty();
        }
        Key key = new Key(program, type);
        Cached cached = cache.get(key);
        Instant now = clock.instant();
        if (cached != null && cached.readAt().isAfter(now.minus(MAX_AGE))) {
            return cached.schema();
        }
        Optional<DataSchema> read = store.find(program, type)
                .map(text -> unchanged(cached, text).orElseGet(() -> DataSchema.compile(text)));
        if (cache.size() >= MAX_CACHED) {
            cache.clear();
        }
        cache.put(key, new Cached(now, read));
        return read;
    }

    private static Optional<DataSchema> unchanged(@Nullable Cached cached, String text) {
        return cached == null
                ? Optional.empty()
                : cached.schema().filter(schema -> schema.text().equals(text));
    }

    /**
     * Registers a shop's own type.
     *
     * @return whether it is new
     * @throws Refused when the name or the schema is not acceptable
     */
    boolean register(ProgramId program, String type, JsonNode schema, String actor) {
        if (builtIn(type)) {
            throw new Refused(Code.EVENT_TYPE_BUILT_IN, type + " is built in; give the shop's type another name");
        }
        if (!sound(type)) {
            Fault fault =
                    new Fault("", "bad_name", "a type is named like loyalty_card.stamped, in at most 100 characters");
            throw Refused.because(Code.INVALID_PARAMETER, fault);
        }
        DataSchema compiled = SchemaCheck.compile(schema);
        boolean fresh = store.put(new Registration(program, type, compiled.text(), actor, clock.instant()));
        cache.remove(new Key(program, type));
        return fresh;
    }

    private static boolean sound(String type) {
        return type.length() <= MAX_NAME
                && NAME.matcher(type).matches()
                && !RESERVED_AREAS.contains(type.split("[._-]", 2)[0]);
    }
}
