package io.pelleh.api.flow;

import io.pelleh.api.journal.Dues;
import io.pelleh.api.journal.Dues.Due;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.flow.JournalUnavailable;
import io.pelleh.engine.flow.StillDeciding;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Brings due customers to the door. A customer it misses loses nothing: the next event or quote applies the due first. */
public class DuePoller {

    private static final Logger log = LoggerFactory.getLogger(DuePoller.class);
    private static final int AT_ONCE = 200;

    private final Dues dues;
    private final Door door;

    public DuePoller(Dues dues, Door door) {
        this.dues = dues;
        this.door = door;
    }

    /** Works off a page of due customers; again and at once while there are more. */
    @Scheduled(fixedDelayString = "${pelleh.poller.delay:500ms}")
    public void poll() {
        try {
            List<Due> page = dues.due(AT_ONCE);
            while (!page.isEmpty() && pass(page)) {
                page = dues.due(AT_ONCE);
            }
        } catch (JournalUnavailable e) {
            log.warn("due customers wait: {}", e.getMessage());
        }
    }

    private boolean pass(List<Due> page) {
        List<Future<Boolean>> passed;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            passed = page.stream().map(due -> threads.submit(() -> pass(due))).toList();
        }
        return passed.stream().allMatch(Future::resultNow);
    }

    private boolean pass(Due due) {
        try {
            door.pass(due.program(), due.customer());
            return true;
        } catch (StillDeciding | JournalUnavailable e) {
            log.info(
                    "customer {} of {} waits for its due: {}",
                    due.customer(),
                    due.program().id(),
                    e.getMessage());
            return false;
        }
    }
}
