package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class SecurityHttpTest {

    private final int port;
    private final KeyRing keys;
    private final Shop admin;

    SecurityHttpTest(@LocalServerPort int port, @Autowired KeyRing keys) {
        this.port = port;
        this.keys = keys;
        admin = Shop.admin(port, keys);
    }

    @Test
    void withoutAKeyOnlyHealthAndDocsAnswer() {
        Shop nobody = Shop.withKey(port, "");

        assertThat(nobody.get("/actuator/health").status()).isEqualTo(200);
        assertThat(nobody.get("/v1/openapi.json").status()).isEqualTo(200);
        assertThat(nobody.get("/docs").status()).isEqualTo(200);
        for (String path :
                new String[] {"/v1/program", "/v1/keys", "/actuator/prometheus", "/nowhere", "/docs/../v1/keys"}) {
            assertThat(nobody.get(path).at("/code")).as(path).isEqualTo("unauthenticated");
        }
    }

    @Test
    void aKeyWithoutTheScopeIsTurnedAway() {
        Shop ingest = Shop.with(port, keys, Scope.INGEST);

        assertThat(ingest.get("/v1/checkouts/any").at("/code")).isEqualTo("scope_missing");
        assertThat(ingest.get("/v1/keys").status()).isEqualTo(403);
        assertThat(ingest.get("/actuator/prometheus").status()).isEqualTo(403);
    }

    @Test
    void aRevokedKeyIsNoKey() {
        Reply made = admin.post("/v1/keys", "application/json", "{\"actor\": \"x\", \"scopes\": [\"decide\"]}");
        Shop shop = Shop.withKey(port, made.at("/key"));
        assertThat(shop.get("/v1/program").status()).isEqualTo(200);

        Reply revoked = admin.send(admin.to("/v1/keys/" + made.at("/id")).DELETE());

        assertThat(revoked.status()).isEqualTo(204);
        assertThat(shop.get("/v1/program").status()).isEqualTo(401);
        assertThat(admin.get("/v1/keys").text()).doesNotContain(made.at("/key")).contains(made.at("/id"));
    }

    @Test
    void aKeyThatDiffersInItsLastCharacterIsNoKey() {
        String token =
                keys.issue(MemoryPrograms.DEMO.id(), "x", Set.of(), Role.ADMIN).token();
        char last = token.charAt(token.length() - 1);
        String other = token.substring(0, token.length() - 1) + (last == '0' ? '1' : '0');

        assertThat(Shop.withKey(port, other).get("/v1/program").status()).isEqualTo(401);
    }

    @Test
    void aBodyOverAMebibyteIsRefusedWithOrWithoutItsLength() {
        byte[] large = ("{\"state\": \"" + "x".repeat(1 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);

        Reply counted = admin.send(json("/v1/checkouts/big").PUT(BodyPublishers.ofByteArray(large)));
        Reply chunked = admin.send(
                json("/v1/checkouts/big").PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        assertThat(counted.at("/code")).isEqualTo("too_large");
        assertThat(chunked.at("/code")).isEqualTo("too_large");
    }

    private HttpRequest.Builder json(String path) {
        return admin.to(path).header("Content-Type", "application/json");
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        assertThat(admin.get("/v1/nothing").at("/code")).isEqualTo("not_found");
        assertThat(admin.send(admin.to("/v1/program").DELETE()).at("/code")).isEqualTo("method_not_allowed");
        assertThat(admin.post("/v1/events", "text/plain", "x").at("/code")).isEqualTo("media_type_unsupported");
        assertThat(admin.send(admin.to("/v1/program").header("Accept", "text/html"))
                        .at("/code"))
                .isEqualTo("not_acceptable");
    }

    @Test
    void theRequestIdComesBackAndStandsInTheProblem() {
        Reply reply = admin.send(admin.to("/v1/nothing").header("X-Request-Id", "abc-1"));
        Reply forged = admin.send(admin.to("/v1/nothing").header("X-Request-Id", "a b"));

        assertThat(reply.header("X-Request-Id")).isEqualTo("abc-1");
        assertThat(reply.at("/requestId")).isEqualTo("abc-1");
        assertThat(forged.at("/requestId")).isNotEqualTo("a b").isNotEmpty();
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aBrokenRequestLineIsAProblemOfTomcatsOwn() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET /v1/<> HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "malformed_request");
        }
    }
}
