package io.tillstream.ingest.http;

import io.tillstream.ingest.accept.RequestRefused;
import io.tillstream.model.codec.MalformedRows;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Makes problem details of what stops a request; Spring does so for what it finds itself. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> malformed(MalformedRows malformed) {
        return Problems.malformed(malformed);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RequestRefused refused) {
        return Problems.refused(refused);
    }

    /** The connection broke, or the framing of the body did; if anyone is left to answer, it is their request. */
    @ExceptionHandler
    ResponseEntity<Object> unreadable(IOException e) {
        LOG.debug("A body could not be read", e);
        return Problems.unreadable();
    }

    /** The edge of a request's thread: whatever is not foreseen must not show its internals to the caller. */
    @ExceptionHandler
    ResponseEntity<Object> unforeseen(Exception e) {
        LOG.error("A request failed", e);
        return Problems.internal();
    }
}
