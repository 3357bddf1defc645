package io.pelleh.api.demo;

import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.Journal;
import io.pelleh.engine.flow.StoredAnswer;
import io.pelleh.engine.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Brings the shop in through the one door, like any import; what is there already is left alone. */
final class Loading {

    private static final int AT_ONCE = 8;
    private static final int ACCEPTED = 202;

    private final Door door;
    private final Journal journal;
    private final Program program;

    Loading(Door door, Journal journal, Program program) {
        this.door = door;
        this.journal = journal;
        this.program = program;
    }

    /** Whether all stories are there: the last one is only begun when the others are told. */
    boolean done(List<Story> stories) {
        Event last = stories.getLast().events().getFirst();
        return !journal.present(Set.of(last.id())).isEmpty();
    }

    /**
     * Tells all stories; an interrupted run may be repeated.
     *
     * @param told hears how many customers are in, after each
     */
    void run(List<Story> stories, IntConsumer told) {
        List<Story> others = stories.subList(0, stories.size() - 1);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            others.forEach(story -> running.add(threads.submit(() -> tell(story))));
            for (int i = 0; i < running.size(); i++) {
                await(running.get(i));
                told.accept(i + 1);
            }
        }
        tell(stories.getLast());
        told.accept(stories.size());
    }

    private void tell(Story story) {
        if (!story.past().isEmpty()) {
            door.history(program, story.past(), Giving.POINTS);
        }
        for (Event event : story.lastDay()) {
            door.accept(program, event, (accepted, decision) -> new StoredAnswer(ACCEPTED, accepted.digest(), ""));
        }
    }

    private static void await(Future<?> running) {
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the demo shop could not be loaded; the next start goes on", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the demo shop was loaded; the next start goes on", e);
        }
    }
}
