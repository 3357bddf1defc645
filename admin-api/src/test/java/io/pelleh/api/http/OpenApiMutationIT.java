package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.openapi.OpenApi;
import io.pelleh.api.security.KeyRing;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whatever becomes of an example, the answer is a result or a refusal that says where and why. */
@HttpTest
class OpenApiMutationIT {

    private static final long SEED = 20260501;

    private final Shop admin;
    private final List<Example> examples = Example.requests(OpenApi.document());

    OpenApiMutationIT(@LocalServerPort int port, @Autowired KeyRing keys) {
        admin = Shop.admin(port, keys);
    }

    @Test
    void threeHundredMutationsOfTheExamplesNeverBreakIt() {
        mutate(300, SEED);
    }

    @Test
    @Tag("full")
    void fiveThousandMutationsOfEveryExampleNeverBreakIt() {
        mutate(5000 * examples.size(), SEED + 1);
    }

    private void mutate(int times, long seed) {
        for (int i = 0; i < times; i++) {
            Example example = examples.get(i % examples.size());
            String body = new Mutation(seed + i).of(example.value());

            Reply reply = admin.send(example.request(admin, body, "-" + seed + i));

            check(reply, "seed " + (seed + i) + ", " + example.name() + ", " + body);
        }
    }

    private static void check(Reply reply, String what) {
        assertThat(reply.status()).as(what + " -> " + reply.text()).isBetween(200, 499);
        if (reply.status() >= 400) {
            JsonNode problem = reply.json();
            assertThat(problem.path("code").asString("")).as(what).isNotEmpty();
            boolean aboutTheBody = reply.status() != 404 && reply.status() != 409;
            assertThat(problem.path("errors").size())
                    .as(what + " -> " + reply.text())
                    .isGreaterThanOrEqualTo(aboutTheBody ? 1 : 0);
        }
    }
}
