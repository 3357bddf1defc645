package io.pelleh.api.imports.command;

import io.pelleh.api.imports.command.ImportClient.Answer;
import java.io.IOException;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how an import fares until it is over: first its bytes are read, then its rows applied. */
final class Watch {

    private static final long PAUSE_MILLIS = 300;

    private final ImportClient client;
    private final String id;

    Watch(ImportClient client, String id) {
        this.client = client;
        this.id = id;
    }

    Answer untilOver() throws IOException, InterruptedException {
        Answer now = phase("Reading", "staging", "bytesRead", "bytes");
        return now.text("state").equals("applying") ? phase("Applying", "applying", "applied", "accepted") : now;
    }

    private Answer phase(String title, String state, String done, String all) throws IOException, InterruptedException {
        Answer now = client.find(id);
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(now.number(all))
                .setStyle(ProgressBarStyle.ASCII)
                .hideEta();
        try (ProgressBar bar = builder.build()) {
            while (now.text("state").equals(state)) {
                show(bar, now, done, all);
                Thread.sleep(PAUSE_MILLIS);
                now = client.find(id);
            }
            show(bar, now, done, all);
        }
        return now;
    }

    private static void show(ProgressBar bar, Answer now, String done, String all) {
        bar.maxHint(now.number(all));
        bar.stepTo(now.number(done));
        String eta = now.body().path("etaSeconds").isNull() ? "" : ", " + now.number("etaSeconds") + " s left";
        bar.setExtraMessage(now.number("rowsRead") + " rows, " + now.number("rowsPerSecond") + "/s" + eta + ", "
                + now.number("rejected") + " rejected");
    }
}
