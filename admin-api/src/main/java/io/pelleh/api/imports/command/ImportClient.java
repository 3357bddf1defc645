package io.pelleh.api.imports.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the imports of a server. */
final class ImportClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final String key;

    ImportClient(URI url, String key) {
        this.url = url;
        this.key = key;
    }

    /** What the server said. */
    record Answer(int status, JsonNode body) {

        String text(String name) {
            return body.path(name).asString("");
        }

        long number(String name) {
            return body.path(name).asLong(0);
        }
    }

    Answer send(Path mapping, List<Path> files) throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        List<BodyPublisher> parts = new ArrayList<>();
        part(parts, boundary, "mapping", mapping);
        for (Path file : files) {
            part(parts, boundary, "file", file);
        }
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return answer(request("/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new))));
    }

    private static void part(List<BodyPublisher> parts, String boundary, String name, Path file) throws IOException {
        String fileName = String.valueOf(file.getFileName()).replace('"', '_');
        parts.add(BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString("\r\n"));
    }

    Answer resume(String id) throws IOException, InterruptedException {
        return answer(request("/v1/imports/" + id + "/resume").POST(BodyPublishers.noBody()));
    }

    Answer cancel(String id) throws IOException, InterruptedException {
        return answer(request("/v1/imports/" + id + "/cancel").POST(BodyPublishers.noBody()));
    }

    Answer find(String id) throws IOException, InterruptedException {
        return answer(request("/v1/imports/" + id).GET());
    }

    void rejects(String id, Path to) throws IOException, InterruptedException {
        http.send(request("/v1/imports/" + id + "/rejects").GET().build(), BodyHandlers.ofFile(to));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (JacksonException e) {
            throw new IOException("no Pelleh server answers at " + url, e);
        }
    }
}
