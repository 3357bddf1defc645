package io.pelleh.engine.customer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateWriter} wrote. */
final class StateReader {

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final ByteBuffer in;
    private long before;

    StateReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    boolean exhausted() {
        return !in.hasRemaining();
    }

    long count() {
        long value = 0;
        int shift = 0;
        int b = MORE;
        while ((b & MORE) != 0) {
            b = in.get();
            value |= (long) (b & SEVEN_BITS) << shift;
            shift += 7;
        }
        return value;
    }

    int small() {
        return Math.toIntExact(count());
    }

    long number() {
        return signed(count());
    }

    private static long signed(long coded) {
        return (coded >>> 1) ^ -(coded & 1);
    }

    String text() {
        byte[] bytes = new byte[small()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Nullable
    String optionalText() {
        String text = text();
        return text.isEmpty() ? null : text;
    }

    @Nullable
    Instant optionalInstant() {
        long coded = count();
        if (coded == 0) {
            return null;
        }
        if (coded == 1) {
            return Instant.MAX;
        }
        before += signed(coded - 2);
        return Instant.EPOCH.plus(before, ChronoUnit.MICROS);
    }

    Instant instant() {
        Instant instant = optionalInstant();
        if (instant == null) {
            throw new IllegalStateException("a customer's state lacks an instant");
        }
        return instant;
    }
}
