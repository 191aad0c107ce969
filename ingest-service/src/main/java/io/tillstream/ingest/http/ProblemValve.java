package io.tillstream.ingest.http;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Makes problem details of requests that Tomcat itself refuses, such as those whose path cannot be decoded. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemType type = ProblemType.of(status);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(
                        "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d}".formatted(type.uri(), type.title(), status));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            // The connection is gone, or something else has answered: nobody is left to tell.
            containerLog.debug("A refusal could not be told", e);
        }
    }
}
