package io.pelleh.api.demo;

import io.pelleh.api.program.Onboarding;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.Journal;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Opens the demo shop: its program, the starter rules as release 1, and its past. Done once; may be repeated. */
@Component
@Conditional(Wanted.class)
final class Opening {

    private static final int QUARTERS = 4;
    private static final int PERCENT = 100;

    private final Onboarding onboarding;
    private final Programs programs;
    private final Door door;
    private final Journal journal;

    Opening(Onboarding onboarding, Programs programs, Door door, Journal journal) {
        this.onboarding = onboarding;
        this.programs = programs;
        this.door = door;
        this.journal = journal;
    }

    /**
     * Opens what is not open yet.
     *
     * @param progress hears what is being done, a line at a time
     * @return the program's first key, when it is new
     */
    Optional<String> open(Consumer<String> progress) {
        Optional<String> key = onboarding.open(Shop.PROGRAM);
        Program program = programs.get(Shop.PROGRAM.id());
        List<Story> stories = Shop.stories(new Days(programs.now(program), program.zone()));
        Loading loading = new Loading(door, journal, program);
        if (!loading.done(stories)) {
            progress.accept("Opening the demo shop: %d customers, 18 months of orders".formatted(stories.size()));
            loading.run(stories, told -> quarter(told, stories.size(), progress));
        }
        return key;
    }

    private static void quarter(int told, int all, Consumer<String> progress) {
        int before = (told - 1) * QUARTERS / all;
        int now = told * QUARTERS / all;
        if (now > before) {
            progress.accept("Opening the demo shop: %d %%".formatted(now * PERCENT / QUARTERS));
        }
    }
}
