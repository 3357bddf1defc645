package io.pelleh.api.draft;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What is in a file. */
final class Content {

    private final byte[] bytes;
    private final String sha;

    private Content(byte[] bytes) {
        this.bytes = bytes;
        this.sha = HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static Content of(byte[] bytes) {
        return new Content(bytes);
    }

    /** The content, or null where there is no file. */
    static @Nullable Content orNull(byte @Nullable [] bytes) {
        return bytes == null ? null : new Content(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    /** SHA-256, hex. */
    String sha() {
        return sha;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content content && content.sha.equals(sha);
    }

    @Override
    public int hashCode() {
        return sha.hashCode();
    }

    @Override
    public String toString() {
        return sha;
    }

    /** One digest of all files, whatever their order. */
    static String digest(Map<String, byte[]> files) {
        MessageDigest all = sha256();
        new TreeMap<>(files).forEach((path, bytes) -> {
            all.update(path.getBytes(StandardCharsets.UTF_8));
            all.update((byte) 0);
            all.update(sha256().digest(bytes));
        });
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A file with its ETag: {@code text} where it is UTF-8, else {@code base64}; null where there is none. */
    static void write(JsonGenerator json, String name, @Nullable Content content) {
        if (content == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("etag", content.sha);
        String text = text(content.bytes);
        if (text == null) {
            json.writeStringProperty("base64", Base64.getEncoder().encodeToString(content.bytes));
        } else {
            json.writeStringProperty("text", text);
        }
        json.writeEndObject();
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf(0) < 0 ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
