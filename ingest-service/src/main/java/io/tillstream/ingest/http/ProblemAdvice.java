package io.tillstream.ingest.http;

import io.tillstream.ingest.accept.RequestRefused;
import io.tillstream.ingest.accept.UnreadableBody;
import io.tillstream.model.codec.MalformedRows;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns the errors of a request into problem details. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> malformed(MalformedRows malformed, WebRequest request) {
        return answer(Problems.malformed(malformed), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> refused(RequestRefused refused, WebRequest request) {
        return answer(Problems.refused(refused), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unreadable(UnreadableBody unreadable, WebRequest request) {
        return answer(Problems.unreadable(String.valueOf(unreadable.getMessage())), request);
    }

    /** The connection broke, or the framing of the body did; if anyone is left to answer, it is their request. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> broken(IOException e, WebRequest request) throws IOException {
        if (e instanceof CloseNowException) {
            throw e;
        }
        LOG.debug("A body could not be read", e);
        boolean timedOut = e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
        return answer(timedOut ? Problems.timedOut() : Problems.unreadable("the body ends too early"), request);
    }

    /** The edge of a request's thread: whatever is not foreseen must not show its internals to the caller. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unforeseen(Exception e, WebRequest request) {
        LOG.error("A request failed", e);
        return answer(Problems.internal(), request);
    }

    private @Nullable ResponseEntity<Object> answer(ErrorResponseException problem, WebRequest request) {
        return handleExceptionInternal(
                problem, problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
    }
}
