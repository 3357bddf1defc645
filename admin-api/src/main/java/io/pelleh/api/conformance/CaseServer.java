package io.pelleh.api.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A running Pelleh, called as its users call it: a marketer and an approver publish, a shop's checkout decides. */
final class CaseServer {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int FIRST_ERROR = 300;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final String admin;
    private final String marketer;
    private final String approver;
    private final String shop;
    private final Clock clock;

    /** @param admin key that may make keys; three more are made */
    CaseServer(URI url, String admin) throws IOException, InterruptedException {
        this.url = url;
        this.admin = admin;
        JsonNode first = key("{\"actor\": \"case author\", \"role\": \"marketer\"}");
        this.clock = Clock.fixed(Instant.parse(first.path("createdAt").asString()), ZoneOffset.UTC);
        this.marketer = first.path("key").asString();
        this.approver = key("{\"actor\": \"case approver\", \"role\": \"approver\"}")
                .path("key")
                .asString();
        this.shop = key("{\"actor\": \"case checkout\", \"scopes\": [\"decide\", \"ingest\"]}")
                .path("key")
                .asString();
    }

    private JsonNode key(String body) throws IOException, InterruptedException {
        return ok(post("/v1/keys", admin, body));
    }

    /** The server's clock, stopped when the run began. */
    Clock clock() {
        return clock;
    }

    /** Whether the program of the key is a sandbox. */
    boolean sandbox() throws IOException, InterruptedException {
        return ok(send(request("/v1/program", admin, "application/json").GET()))
                .path("sandbox")
                .asBoolean();
    }

    /** What the server said. */
    record Reply(int status, JsonNode body, String etag) {}

    /** Makes these files the whole release. */
    void publish(Map<String, byte[]> files) throws IOException, InterruptedException {
        Reply made = post("/v1/drafts", marketer, "{\"title\": \"a case\"}");
        String draft = "/v1/drafts/" + ok(made).path("id").asString();
        HttpRequest.Builder whole = request(draft + "/import?replace=true", marketer, "application/zip")
                .header("If-Match", made.etag())
                .POST(BodyPublishers.ofByteArray(zip(files)));
        ok(send(whole));
        ok(post(draft + "/submit", marketer, ""));
        ok(post(draft + "/approve", approver, ""));
        ok(post(draft + "/publish", approver, "{}"));
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    JsonNode checkout(String id, ObjectNode body) throws IOException, InterruptedException {
        HttpRequest.Builder put = request("/v1/checkouts/" + id, shop, "application/json");
        return ok(send(put.PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))));
    }

    void event(ObjectNode event) throws IOException, InterruptedException {
        HttpRequest.Builder post = request("/v1/events", shop, "application/cloudevents+json");
        ok(send(post.POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(event)))));
    }

    private Reply post(String path, String key, String body) throws IOException, InterruptedException {
        return send(request(path, key, "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String key, String type) {
        return HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type);
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            String etag = response.headers().firstValue("ETag").orElse("");
            return new Reply(response.statusCode(), JSON.readTree(response.body()), etag);
        } catch (ConnectException | JacksonException e) {
            throw new IOException("no Pelleh server answers at " + url, e);
        }
    }

    private static JsonNode ok(Reply reply) throws IOException {
        if (reply.status() >= FIRST_ERROR) {
            throw new IOException("the server answered " + reply.status() + ": " + reply.body());
        }
        return reply.body();
    }
}
