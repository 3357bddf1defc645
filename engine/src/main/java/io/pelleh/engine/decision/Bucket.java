package io.pelleh.engine.decision;

import io.pelleh.engine.program.ProgramId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one sticky choice, for canaries, experiments and hold-outs: the same unit always falls into the same bucket. */
public final class Bucket {

    /** Number of buckets. */
    public static final int ALL = 10_000;

    private Bucket() {}

    /**
     * The bucket of a unit, 0 to 9,999: SHA-256 of program, salt and unit, modulo 10,000.
     *
     * @param salt what the choice is about, so that choices do not depend on each other
     * @param unit customer id; for a guest the checkout id
     */
    public static int of(ProgramId program, String salt, String unit) {
        byte[] text = (program.value() + '\0' + salt + '\0' + unit).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return (int) Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), ALL);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
