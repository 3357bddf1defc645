package io.pelleh.engine.customer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a state as variable-length numbers: seven bits a byte, small numbers short. */
final class StateWriter {

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int TYPICAL_SIZE = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_SIZE);
    private long before;

    /** A number that is never negative. */
    void count(long value) {
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            out.write((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** A number that may be negative. */
    void number(long value) {
        count((value << 1) ^ (value >> 63));
    }

    void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        count(bytes.length);
        out.writeBytes(bytes);
    }

    void optionalText(@Nullable String value) {
        text(value == null ? "" : value);
    }

    /** Microseconds since the instant written before; {@link Instant#MAX} and null have marks of their own. */
    void instant(@Nullable Instant value) {
        if (value == null) {
            count(0);
        } else if (value.equals(Instant.MAX)) {
            count(1);
        } else {
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, value);
            long since = micros - before;
            count(((since << 1) ^ (since >> 63)) + 2);
            before = micros;
        }
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
