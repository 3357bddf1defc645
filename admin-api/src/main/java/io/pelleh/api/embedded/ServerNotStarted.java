package io.pelleh.api.embedded;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An embedded server could not be unpacked, installed or started. */
public final class ServerNotStarted extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    ServerNotStarted(String server, String why, @Nullable Throwable cause) {
        super(
                "Embedded %s did not start: %s. It needs Linux on x86-64; elsewhere name servers of your own with pelleh.mysql.url and pelleh.redis.uri."
                        .formatted(server, why),
                cause);
    }
}
