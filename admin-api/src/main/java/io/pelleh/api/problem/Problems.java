package io.pelleh.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** Answers a request with a problem document, where no controller does. */
public final class Problems {

    private Problems() {}

    /** Writes the document unless an answer is already on its way. */
    public static void send(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = ProblemJson.document(problem, path(request), RequestId.of(request));
        response.resetBuffer();
        response.setStatus(problem.code().status());
        response.setHeader(RequestId.HEADER, RequestId.of(request));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.code() == Code.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.retryAfterSeconds() > 0) {
            response.setIntHeader(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds());
        }
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        return path == null ? "" : path;
    }
}
