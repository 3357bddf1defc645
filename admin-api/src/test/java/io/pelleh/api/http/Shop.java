package io.pelleh.api.http;

import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop's server, calling over a real connection with a key of its own. */
final class Shop {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final String key;

    private Shop(int port, String key) {
        this.port = port;
        this.key = key;
    }

    static Shop with(int port, KeyRing keys, Scope... scopes) {
        return new Shop(
                port,
                keys.issue(MemoryPrograms.DEMO.id(), "test", Set.of(scopes), null)
                        .token());
    }

    static Shop admin(int port, KeyRing keys) {
        return new Shop(
                port,
                keys.issue(MemoryPrograms.DEMO.id(), "admin", Set.of(), Role.ADMIN)
                        .token());
    }

    static Shop withKey(int port, String key) {
        return new Shop(port, key);
    }

    /** A request to be completed. */
    HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    Reply get(String path) {
        return send(to(path).GET());
    }

    Reply put(String path, String body) {
        return send(to(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    Reply post(String path, String type, String body) {
        return send(to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Reply(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Reply(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        @Nullable
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The text at a pointer; a problem's code stands at {@code /code}. */
        String at(String pointer) {
            return json().at(pointer).asString("");
        }
    }
}
