package io.tillstream.problems;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * The last step of every answer on its way out of Tomcat: an error that is no problem detail becomes one,
 * whether Tomcat itself refused the request, such as one whose path cannot be decoded, or a handler said no more than
 * a status.
 */
public final class ProblemValve extends ErrorReportValve {

    /** Whoever asks for the health reads it off the body, whatever the status says. */
    private static final String HEALTH = "/actuator/health";

    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        boolean reportedBefore = response.isError() && !response.setErrorReported();
        if (status < FIRST_ERROR || reportedBefore || isProblem(response) || isHealth(request, response)) {
            return;
        }
        try {
            response.resetBuffer(true);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(StatusProblem.document(status));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            // The connection is gone, or something else has answered: nobody is left to tell.
            containerLog.debug("A refusal could not be sent", e);
        }
    }

    private static boolean isProblem(Response response) {
        String type = response.getContentType();
        return response.getContentWritten() > 0
                && type != null
                && type.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    private static boolean isHealth(Request request, Response response) {
        String path = request.getDecodedRequestURI();
        return response.getContentWritten() > 0 && path != null && path.startsWith(HEALTH);
    }
}
