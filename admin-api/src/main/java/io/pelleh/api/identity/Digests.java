package io.pelleh.api.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests under a secret key (HMAC-SHA-256, hex): equal for equal values, and useless without the key, so that a phone
 * number cannot be found by trying all of them.
 */
public final class Digests {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_KEY_BYTES = 16;

    private final Key key;

    /** @param key at least 16 bytes, the same on every node and for as long as the data lives */
    public Digests(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("the digest key needs at least 16 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The digest of a value; equal values of different kinds have different digests. */
    public String of(String kind, byte[] value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(value));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    String of(String kind, String value) {
        return of(kind, value.getBytes(StandardCharsets.UTF_8));
    }
}
