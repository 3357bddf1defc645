package io.pelleh.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one place where an exception becomes an answer. */
@RestControllerAdvice
class ProblemHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    void handle(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(thrown);
        if (problem.code() == Code.INTERNAL) {
            LOG.error("{} {} broke; answered 500", request.getMethod(), request.getRequestURI(), thrown);
        }
        if (thrown instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        }
        Problems.send(request, response, problem);
    }

    private static Problem problem(Throwable thrown) {
        return switch (thrown) {
            case ErrorResponse known -> {
                Code code = Code.ofStatus(known.getStatusCode().value());
                yield Problem.of(code, code.title());
            }
            case HttpMessageNotReadableException e -> unreadable(e);
            default -> Problem.of(thrown);
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException thrown) {
        return thrown.getCause() instanceof Refused refused
                ? Problem.of(refused)
                : Problem.of(Code.MALFORMED_REQUEST, "the body cannot be read");
    }
}
