package io.pelleh.api.demo;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What the console shows once everything runs.
 *
 * @param url where the application answers, without a slash at the end
 * @param key the demo's API key
 * @param folder where the data is kept
 * @param today the day at the shop
 */
record Banner(String url, String key, Path folder, LocalDate today) {

    /** Where the text begins; what starts the application may wait for it. */
    static final String TITLE = "Pelleh (پله) is ready";

    String text() {
        StringBuilder text = new StringBuilder("\n");
        line(text, TITLE + ", with a demo shop: program \"demo\", amounts in rial (IRR)");
        line(text, "");
        line(text, "  API        " + url + "/v1");
        line(text, "  docs       " + url + "/docs   OpenAPI: " + url + "/v1/openapi.json");
        line(text, "  health     " + url + "/actuator/health   metrics, with the key: " + url + "/actuator/prometheus");
        line(text, "  data       " + folder + "   (stop, delete it, and the next start begins anew)");
        line(text, "  stop       Ctrl-C here");
        line(text, "");
        line(text, "Paste into another terminal, the key first / در ترمینالی دیگر بچسبانید:");
        line(text, "");
        line(text, "KEY=" + key);
        for (Tour.Step step : new Tour(url, today).steps()) {
            line(text, "");
            line(text, "# " + step.shows());
            line(text, step.curl());
        }
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
