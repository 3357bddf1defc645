package io.pelleh.api.http;

import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.checkout.OpenCheckout;
import io.pelleh.api.checkout.OpenCheckoutRows;
import io.pelleh.api.coupon.OwnCodes;
import io.pelleh.api.customer.CustomerSearch;
import io.pelleh.api.eventtype.EventTypeStore;
import io.pelleh.api.security.ApiKey;
import io.pelleh.api.security.KeyStore;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

/** What the controllers keep in tables, as maps. */
final class MemoryTables {

    private MemoryTables() {}

    static final class Keys implements KeyStore {

        private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

        @Override
        public List<ApiKey> active() {
            return keys.values().stream().filter(key -> key.revokedAt() == null).toList();
        }

        @Override
        public List<ApiKey> of(ProgramId program) {
            return keys.values().stream()
                    .filter(key -> key.program().equals(program))
                    .toList();
        }

        @Override
        public void add(ApiKey key) {
            keys.put(key.id(), key);
        }

        @Override
        public boolean revoke(ProgramId program, String id, Instant at) {
            return keys.computeIfPresent(
                            id,
                            (same, k) -> new ApiKey(
                                    id, k.program(), k.hash(), k.actor(), k.scopes(), k.role(), k.createdAt(), at))
                    != null;
        }
    }

    static final class Types implements EventTypeStore {

        private final Map<String, String> schemas = new TreeMap<>();

        @Override
        public synchronized Optional<String> find(ProgramId program, String type) {
            return Optional.ofNullable(schemas.get(type));
        }

        @Override
        public synchronized List<String> of(ProgramId program) {
            return List.copyOf(schemas.keySet());
        }

        @Override
        public synchronized boolean put(Registration registration) {
            return schemas.put(registration.type(), registration.schema()) == null;
        }
    }

    static final class Checkouts implements OpenCheckoutRows {

        private final Map<CheckoutId, OpenCheckout> rows = new ConcurrentHashMap<>();

        @Override
        public void save(List<OpenCheckout> seen) {
            seen.forEach(checkout -> rows.put(checkout.id(), checkout));
        }

        @Override
        public Optional<OpenCheckout> find(ProgramId program, CheckoutId id) {
            return Optional.ofNullable(rows.get(id));
        }
    }

    static final class IdempotencyKeys implements io.pelleh.api.checkout.IdempotencyKeys {

        private final Map<String, String> digests = new ConcurrentHashMap<>();

        @Override
        public boolean claim(ProgramId program, String key, String digest, Instant at) {
            String known = digests.putIfAbsent(key, digest);
            return known == null || known.equals(digest);
        }
    }

    static final class Log implements AuditLog {

        private final List<Done> done = new CopyOnWriteArrayList<>();

        @Override
        public void add(Done next) {
            done.add(next);
        }

        @Override
        public List<Entry> before(ProgramId program, long id, int limit) {
            return List.of();
        }
    }

    /** Codes of customers who are named after how many they have: {@code codes-60}. */
    static final class Wallets implements OwnCodes {

        private static final String OWNER = "codes-";

        @Override
        public List<Own> of(ProgramId program, CustomerId customer, Instant now, int limit) {
            String name = customer.value();
            long codes = name.startsWith(OWNER) ? Long.parseLong(name.substring(OWNER.length())) : 0;
            return LongStream.rangeClosed(1, Math.min(codes, limit))
                    .mapToObj(i -> new Own("OWN-" + i, "sorry", null, now.plusSeconds(i), 1L, null))
                    .toList();
        }
    }

    /** Finds nobody: lists are tested on the real tables. */
    static final class Nobody implements CustomerSearch {

        @Override
        public List<Found> find(ProgramId program, Filter filter, String afterId, int limit) {
            return List.of();
        }
    }
}
