package io.pelleh.api.imports;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** A part of an upload, out of memory or a file. */
record FilePart(String name, String fileName, Object content) implements Part {

    static FilePart of(String name, String text) {
        return new FilePart("file", name, text.getBytes(StandardCharsets.UTF_8));
    }

    static FilePart of(Path path) {
        return new FilePart("file", path.getFileName().toString(), path);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return content instanceof Path path ? Files.newInputStream(path) : new ByteArrayInputStream((byte[]) content);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getSubmittedFileName() {
        return fileName;
    }

    @Override
    public long getSize() {
        try {
            return content instanceof Path path ? Files.size(path) : ((byte[]) content).length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getContentType() {
        return "application/octet-stream";
    }

    @Override
    public void write(String file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete() {
        // nothing lies anywhere
    }

    @Override
    public String getHeader(String header) {
        return null;
    }

    @Override
    public Collection<String> getHeaders(String header) {
        return List.of();
    }

    @Override
    public Collection<String> getHeaderNames() {
        return List.of();
    }
}
