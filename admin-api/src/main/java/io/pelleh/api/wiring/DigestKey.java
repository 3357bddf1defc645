package io.pelleh.api.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.env.Environment;

/** The secret under which phone numbers and addresses are digested: the same on every node, for as long as the data lives. */
final class DigestKey {

    private static final String PROPERTY = "pelleh.digest-key";
    private static final int BYTES = 32;

    private DigestKey() {}

    /**
     * The configured key, or with an embedded MySQL one that is made once and kept beside the data.
     *
     * @throws IllegalStateException when there is none and it must not be made up
     */
    static byte[] of(Environment environment) {
        String configured = environment.getProperty(PROPERTY, "");
        if (!configured.isBlank()) {
            return Base64.getDecoder().decode(configured.strip());
        }
        if (!environment.getProperty("pelleh.embedded", Boolean.class, false)) {
            throw new IllegalStateException(PROPERTY + " is not set: give every node the same 32 random bytes, base64,"
                    + " for example from `openssl rand -base64 32`, and keep them as long as the data");
        }
        return kept(
                Path.of(environment.getProperty("pelleh.data-folder", "data")).resolve("digest.key"));
    }

    private static byte[] kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the digest key " + file + " can be neither read nor made", e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
        } catch (FileAlreadyExistsException e) {
            // Another start was first; its key is the one.
        }
    }
}
