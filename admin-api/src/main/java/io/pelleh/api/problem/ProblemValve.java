package io.pelleh.api.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Tomcat's own refusals (a bad request line, oversize headers) as problem documents. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Code code = Code.ofStatus(status);
        byte[] body = ProblemJson.document(Problem.of(code, code.title()), "", RequestId.of(request.getRequest()));
        response.setContentType(Problem.MEDIA_TYPE);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("the caller has gone", e);
        }
    }
}
