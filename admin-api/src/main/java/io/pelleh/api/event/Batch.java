package io.pelleh.api.event;

import io.pelleh.engine.event.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order in which the items of a batch are decided: one customer's in order, different customers' at once. */
final class Batch {

    private static final int MAX_AT_ONCE = 64;

    private final Map<Object, Group> groups = new HashMap<>();
    private final List<Group> guests = new ArrayList<>();

    /** Items that must stay in order; told apart by identity. */
    private static final class Group {

        private final List<Integer> items = new ArrayList<>();
    }

    /** Adds an item; items with a name in common stay in order. */
    void add(int item, Subject subject) {
        List<Object> names = new ArrayList<>(subject.aliases());
        if (subject.customer() != null) {
            names.add(subject.customer());
        }
        Group group = new Group();
        for (Object name : names) {
            group = joined(group, groups.get(name));
        }
        group.items.add(item);
        for (Object name : names) {
            groups.put(name, group);
        }
        if (names.isEmpty()) {
            guests.add(group);
        }
    }

    private Group joined(Group group, @Nullable Group known) {
        if (known == null || known == group) {
            return group;
        }
        known.items.addAll(group.items);
        known.items.sort(null);
        groups.replaceAll((name, other) -> other == group ? known : other);
        return known;
    }

    /** Runs every item and comes back when all are done. */
    void run(IntConsumer decide) {
        Semaphore free = new Semaphore(MAX_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Group group : all()) {
                free.acquireUninterruptibly();
                threads.execute(() -> run(group, decide, free));
            }
        }
    }

    private static void run(Group group, IntConsumer decide, Semaphore free) {
        try {
            group.items.forEach(decide::accept);
        } finally {
            free.release();
        }
    }

    private List<Group> all() {
        return Stream.concat(groups.values().stream().distinct(), guests.stream())
                .toList();
    }
}
