package io.pelleh.api.imports;

import io.pelleh.api.imports.Chunk.Placed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads staged rows a batch at a time: all of one customer's, or those of several guests' orders; for one thread. */
final class Groups {

    private static final int MAX_GUEST_ORDERS = 64;
    private static final int MAX_GUEST_ROWS = 4_000;

    private final StagedRows rows;
    private final String job;
    private final Deque<Chunk> page = new ArrayDeque<>();
    private String lastGroup;
    private long lastAt = Long.MAX_VALUE;
    private boolean over;

    /** @param after the last group that is done */
    Groups(StagedRows rows, String job, String after) {
        this.rows = rows;
        this.job = job;
        this.lastGroup = after;
    }

    /**
     * Rows that are applied together.
     *
     * @param last the last group among them
     * @param groups each group's rows, in the order of their files
     */
    record Batch(String last, List<List<Placed>> groups) {

        boolean guests() {
            return Chunk.guest(last);
        }

        long rows() {
            return groups.stream().mapToLong(List::size).sum();
        }
    }

    /** The next batch; null when there is none. */
    @Nullable
    Batch next() {
        Chunk first = peek();
        if (first == null) {
            return null;
        }
        List<List<Placed>> groups = new ArrayList<>();
        String last = first.group();
        groups.add(group());
        long taken = groups.getFirst().size();
        while (Chunk.guest(last) && groups.size() < MAX_GUEST_ORDERS && taken < MAX_GUEST_ROWS) {
            Chunk more = peek();
            if (more == null) {
                break;
            }
            last = more.group();
            groups.add(group());
            taken += groups.getLast().size();
        }
        return new Batch(last, groups);
    }

    private List<Placed> group() {
        List<Placed> all = new ArrayList<>();
        String group = page.getFirst().group();
        for (Chunk chunk = peek(); chunk != null && chunk.group().equals(group); chunk = peek()) {
            all.addAll(page.removeFirst().read());
        }
        return all;
    }

    private @Nullable Chunk peek() {
        if (page.isEmpty() && !over) {
            page.addAll(rows.after(job, lastGroup, lastAt));
            over = page.isEmpty();
            if (!over) {
                lastGroup = page.getLast().group();
                lastAt = page.getLast().at();
            }
        }
        return page.peekFirst();
    }
}
