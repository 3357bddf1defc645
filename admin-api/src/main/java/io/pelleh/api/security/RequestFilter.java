package io.pelleh.api.security;

import io.pelleh.api.problem.Problem;
import io.pelleh.api.problem.Problems;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.problem.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** First of all: an id for the request, headers that keep browsers careful, and a limit on the body. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFilter extends OncePerRequestFilter {

    private static final long MAX_BYTES = 1 << 20;
    private static final long MAX_BATCH_BYTES = 4 << 20;
    private static final long MAX_IMPORT_BYTES = 4L << 30;
    private static final long MAX_DRAFT_BYTES = 32 << 20;
    private static final String IMPORTS = "/v1/imports";
    private static final String DRAFTS = "/v1/drafts/";
    private static final String BATCH = "application/cloudevents-batch+json";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = RequestId.begin(request, request.getHeader(RequestId.HEADER));
        headers(response, id);
        MDC.put(RequestId.LOG_KEY, id);
        try {
            long limit = limit(request);
            if (request.getContentLengthLong() > limit) {
                Problems.send(request, response, Problem.of(LimitedRequest.tooLarge(limit)));
            } else {
                chain.doFilter(new LimitedRequest(request, limit), response);
            }
        } catch (Refused refused) {
            Problems.send(request, response, Problem.of(refused));
        } finally {
            MDC.remove(RequestId.LOG_KEY);
        }
    }

    private static long limit(HttpServletRequest request) {
        if (request.getServletPath().equals(IMPORTS)) {
            return MAX_IMPORT_BYTES;
        }
        if (request.getServletPath().startsWith(DRAFTS)) {
            return MAX_DRAFT_BYTES;
        }
        String type = request.getContentType();
        return type != null && type.startsWith(BATCH) ? MAX_BATCH_BYTES : MAX_BYTES;
    }

    private static void headers(HttpServletResponse response, String id) {
        response.setHeader(RequestId.HEADER, id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-store");
    }
}
