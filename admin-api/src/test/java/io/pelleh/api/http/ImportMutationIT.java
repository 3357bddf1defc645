package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import io.pelleh.api.openapi.OpenApi;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever becomes of a mapping and its file, the import is refused with a reason, or runs to its end. */
class ImportMutationIT {

    private static final long SEED = 20260501;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> CELLS = List.of(
            "",
            " ",
            "\"",
            "\"a,b\nc\"",
            "-5",
            "999999999999999",
            "9".repeat(40),
            "1e9",
            "۱۲٬۳۴۵",
            "x".repeat(300),
            "x".repeat(100_000),
            "\uD83C\uDF39".repeat(90),
            "a\u0000b",
            "a\u0001b",
            "1403/13/40",
            "0001-01-01",
            "9999-12-31",
            "2025-05-01T10:00:00+03:30");

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void twoHundredMutationsOfAnImportNeverBreakIt() {
        mutate(200, SEED);
    }

    @Test
    @Tag("full")
    void fiveThousandMutationsOfAnImportNeverBreakIt() {
        mutate(5000, SEED + 1);
    }

    private static void mutate(int times, long seed) {
        JsonNode example = OpenApi.document()
                .at("/paths/~1v1~1imports/post/requestBody/content/multipart~1form-data/examples/orders/value");
        JsonNode mapping = JSON.readTree(example.get("mapping").asString());
        String file = example.get("file").get(0).asString();
        for (int i = 0; i < times; i++) {
            Random random = new Random(seed + i);
            String sent = random.nextBoolean() ? new Mutation(seed + i).of(mapping) : mapping.toString();
            String rows = random.nextInt(3) > 0 ? bent(file, random) : file;

            check(app.upload(sent, rows), "seed " + (seed + i) + ", " + sent);
        }
    }

    private static String bent(String file, Random random) {
        StringBuilder bent = new StringBuilder(file);
        for (int row = 0; row < 3; row++) {
            for (int cell = 0; cell < 3; cell++) {
                bent.append(CELLS.get(random.nextInt(CELLS.size())));
                bent.append(cell < 2 ? ',' : '\n');
            }
        }
        if (random.nextInt(5) == 0) {
            bent.setCharAt(random.nextInt(bent.length()), (char) random.nextInt(256));
        }
        return bent.toString();
    }

    private static void check(Reply reply, String what) {
        assertThat(reply.status()).as(what + " -> " + reply.text()).isBetween(200, 499);
        if (reply.status() >= 400) {
            assertThat(reply.body().path("code").asString("")).as(what).isNotEmpty();
            assertThat(reply.body().path("errors").size())
                    .as(what + " -> " + reply.text())
                    .isPositive();
        } else {
            Reply end = app.ended(reply);
            assertThat(end.body().path("state").asString())
                    .as(what + " -> " + end.text())
                    .isEqualTo("done");
        }
    }
}
