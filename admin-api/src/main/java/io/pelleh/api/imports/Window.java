package io.pelleh.api.imports;

import java.util.ArrayDeque;
import java.util.Deque;

/** Batches under way, in order: says up to which group all are done, however they overtake each other. */
final class Window {

    private final Deque<Ticket> tickets = new ArrayDeque<>();
    private String done;
    private long rows;

    /** @param done the last group done before */
    Window(String done) {
        this.done = done;
    }

    /** A batch under way. */
    static final class Ticket {

        private final String last;
        private long rows;
        private boolean done;

        private Ticket(String last, long rows) {
            this.last = last;
            this.rows = rows;
        }
    }

    /** Rows that were done since the last time, and the group up to which all are. */
    record Progress(String group, long rows) {}

    synchronized Ticket begin(String last, long count) {
        Ticket ticket = new Ticket(last, count);
        tickets.add(ticket);
        return ticket;
    }

    /** @param refused rows of the batch that were not taken in */
    synchronized void done(Ticket ticket, int refused) {
        ticket.done = true;
        ticket.rows -= refused;
        while (!tickets.isEmpty() && tickets.getFirst().done) {
            Ticket first = tickets.removeFirst();
            done = first.last;
            rows += first.rows;
        }
    }

    synchronized Progress progress() {
        Progress progress = new Progress(done, rows);
        rows = 0;
        return progress;
    }
}
