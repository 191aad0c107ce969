package io.tillstream.ingest.http;

import io.tillstream.ingest.accept.Batch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.apache.coyote.CloseNowException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.core.exc.JacksonIOException;

/** Sends the answers that list single rows. They may be large, so they are written while the batch is still held. */
final class AnswerSender {

    /** Up to so many rows, the lines are listed without being asked for. */
    private static final int FEW_ROWS = 100;

    private final AnswerWriter writer;
    private final Duration maxTime;
    private final InstantSource clock;

    AnswerSender(AnswerWriter writer, Duration maxTime, InstantSource clock) {
        this.writer = writer;
        this.maxTime = maxTime;
        this.clock = clock;
    }

    void sendAccepted(Batch batch, boolean withLines, boolean buffered, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpStatus.ACCEPTED.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        boolean listed = withLines || batch.size() <= FEW_ROWS;
        send(out -> writer.writeAccepted(batch, listed, buffered, out), response);
    }

    void sendRejected(Batch batch, HttpServletResponse response) throws IOException {
        response.setStatus(ProblemType.NO_VALID_ROW.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        send(out -> writer.writeRejected(batch, out), response);
    }

    private void send(Consumer<OutputStream> answer, HttpServletResponse response) throws IOException {
        try {
            answer.accept(new TimedOutput(response.getOutputStream(), maxTime, clock));
        } catch (JacksonIOException e) {
            // Part of the answer may be sent, so no other can be; only a broken connection tells that it is not whole.
            throw new CloseNowException("An answer could not be sent", e);
        }
    }
}
