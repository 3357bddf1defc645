package io.pelleh.api.security;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Problem;
import io.pelleh.api.problem.Problems;
import io.pelleh.api.problem.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody in without a key, but to health, the OpenAPI document and the docs. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class KeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final KeyRing keys;

    KeyFilter(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        if (!open(path)) {
            Optional<Caller> caller = caller(request.getHeader("Authorization"));
            if (caller.isEmpty()) {
                refuse(request, response, new Refused(Code.UNAUTHENTICATED, "send Authorization: Bearer plk_…"));
                return;
            }
            if (path.startsWith("/actuator") && !caller.get().may(Role.OPERATOR)) {
                refuse(request, response, new Refused(Code.SCOPE_MISSING, "this needs the role operator or admin"));
                return;
            }
            request.setAttribute(Caller.ATTRIBUTE, caller.get());
        }
        chain.doFilter(request, response);
    }

    private static boolean open(String path) {
        return path.equals("/v1/openapi.json")
                || path.equals("/docs")
                || path.startsWith("/docs/")
                || path.equals("/actuator/health")
                || path.startsWith("/actuator/health/");
    }

    private Optional<Caller> caller(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        return keys.find(header.substring(BEARER.length()).strip())
                .map(key -> new Caller(key.program(), key.actor(), key.scopes(), key.role()));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Refused refused)
            throws IOException {
        Problems.send(request, response, Problem.of(refused));
    }
}
