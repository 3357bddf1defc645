package io.pelleh.api.problem;

import jakarta.servlet.ServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id that ties a request, its problem document and its log lines together. */
public final class RequestId {

    /** Header in and out. */
    public static final String HEADER = "X-Request-Id";

    /** Key in the log. */
    public static final String LOG_KEY = "requestId";

    private static final String ATTRIBUTE = "pelleh.requestId";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 12;

    private RequestId() {}

    /** Takes the caller's id if it is harmless, else makes one. */
    public static String begin(ServletRequest request, @Nullable String given) {
        String id = given != null && ACCEPTED.matcher(given).matches() ? given : fresh();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** The id of a request; one that was refused before it got one gets it now. */
    public static String of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : begin(request, null);
    }

    private static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
