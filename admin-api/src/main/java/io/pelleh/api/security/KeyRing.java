package io.pelleh.api.security;

import io.pelleh.engine.program.ProgramId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes API keys and knows those in force, at most five seconds late. */
public final class KeyRing {

    private static final String PREFIX = "plk_";
    private static final int KEY_BYTES = 32;
    private static final int ID_LENGTH = 12;
    private static final int TOKEN_LENGTH = PREFIX.length() + 2 * KEY_BYTES;
    private static final Duration MAX_AGE = Duration.ofSeconds(5);
    private static final Duration MIN_AGE = Duration.ofSeconds(1);

    private final KeyStore store;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, ApiKey> passing = new ConcurrentHashMap<>();
    private volatile Snapshot snapshot = new Snapshot(Instant.MIN, Map.of());

    public KeyRing(KeyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A new key, told once and never again. */
    public record Issued(ApiKey key, String token) {}

    private record Snapshot(Instant takenAt, Map<String, ApiKey> keys) {}

    /** Makes a key and keeps its hash. */
    public Issued issue(ProgramId program, String actor, Set<Scope> scopes, @Nullable Role role) {
        Issued issued = make(program, actor, scopes, role);
        store.add(issued.key());
        forget();
        return issued;
    }

    /** A key of a machine that is known to this process alone, and kept nowhere, until it is {@link #drop dropped}. */
    public Issued lend(ProgramId program, String actor, Set<Scope> scopes) {
        Issued lent = make(program, actor, scopes, null);
        passing.put(lent.key().id(), lent.key());
        return lent;
    }

    /** Takes a lent key out of force. */
    public void drop(Issued lent) {
        passing.remove(lent.key().id());
    }

    private Issued make(ProgramId program, String actor, Set<Scope> scopes, @Nullable Role role) {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        String token = PREFIX + HexFormat.of().formatHex(secret);
        return new Issued(
                new ApiKey(id(token), program, hash(token), actor, scopes, role, clock.instant(), null), token);
    }

    /** The key in force that a token is, if any. */
    public Optional<ApiKey> find(String token) {
        if (token.length() != TOKEN_LENGTH || !token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String id = id(token);
        ApiKey key = passing.getOrDefault(id, keys(MAX_AGE).get(id));
        if (key == null) {
            key = keys(MIN_AGE).get(id);
        }
        return Optional.ofNullable(key).filter(known -> equal(known.hash(), hash(token)));
    }

    /** Takes a key out of force, here at once, elsewhere within seconds. */
    public boolean revoke(ProgramId program, String id) {
        boolean known = store.revoke(program, id, clock.instant());
        forget();
        return known;
    }

    private void forget() {
        snapshot = new Snapshot(Instant.MIN, Map.of());
    }

    private Map<String, ApiKey> keys(Duration maxAge) {
        Snapshot current = snapshot;
        Instant now = clock.instant();
        if (current.takenAt().isAfter(now.minus(maxAge))) {
            return current.keys();
        }
        Map<String, ApiKey> fresh =
                store.active().stream().collect(Collectors.toUnmodifiableMap(ApiKey::id, key -> key, (a, b) -> a));
        snapshot = new Snapshot(now, fresh);
        return fresh;
    }

    private static String id(String token) {
        return token.substring(PREFIX.length(), PREFIX.length() + ID_LENGTH);
    }

    private static boolean equal(String hash, String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
