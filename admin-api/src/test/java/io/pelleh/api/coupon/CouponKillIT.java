package io.pelleh.api.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import io.pelleh.api.fixtures.AppProcess;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node that is killed while it makes codes leaves no code too many and none too few. */
class CouponKillIT {

    private static final int COUNT = 300_000;
    private static final String BODY =
            "{\"name\": \"kill\", \"pattern\": \"K-####-####-####C\", \"count\": " + COUNT + "}";
    private static final String BOOK = """
            SELECT b.done, COUNT(*) AS codes, COUNT(DISTINCT c.code) AS different, MIN(c.seq) AS first, MAX(c.seq) AS last
            FROM coupon_batch b JOIN coupon c ON c.batch = b.id WHERE b.name = 'kill' GROUP BY b.done
            """;

    /** What the batch says is done, and what is there; from one snapshot. */
    private record Book(int done, int codes, int different, int first, int last) {

        static Book of(App app) {
            return app.bean(JdbcTemplate.class)
                    .queryForObject(
                            BOOK,
                            (row, _) -> new Book(
                                    row.getInt("done"),
                                    row.getInt("codes"),
                                    row.getInt("different"),
                                    row.getInt("first"),
                                    row.getInt("last")));
        }

        static Book whole(int codes) {
            return new Book(codes, codes, codes, 1, codes);
        }
    }

    @Test
    @Tag("full")
    void anotherNodeMakesTheRestOfThemAndNoneTwice() {
        try (App app = App.start(Map.of())) {
            try (AppProcess process = app.process()) {
                process.awaitReady();
                Reply begun = app.send(app.request("/v1/coupon-batches")
                        .uri(URI.create(process.url() + "/v1/coupon-batches"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(BODY))
                        .build());
                assertThat(begun.status()).as(begun.text()).isEqualTo(202);
                Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> done(app) > 0);
            }
            Book stood = Book.of(app);
            assertThat(stood).isEqualTo(Book.whole(stood.done()));
            assertThat(stood.done()).isBetween(1, COUNT - 1);

            new Coupons(app).until("kill", "done");

            assertThat(Book.of(app)).isEqualTo(Book.whole(COUNT));
        }
    }

    private static int done(App app) {
        return app.get("/v1/coupon-batches/kill").body().path("done").asInt();
    }
}
