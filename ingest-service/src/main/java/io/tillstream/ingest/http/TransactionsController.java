package io.tillstream.ingest.http;

import io.tillstream.ingest.accept.Batch;
import io.tillstream.ingest.accept.RowIntake;
import io.tillstream.ingest.publish.LinePublisher;
import io.tillstream.ingest.publish.PublishResult.Refused;
import io.tillstream.ingest.publish.PublishResult.Spilled;
import io.tillstream.ingest.publish.PublishResult.Stored;
import io.tillstream.ingest.publish.PublishResult.Unavailable;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.identity.LineIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes rows: reads and validates them, publishes the good ones, and answers once the stream has them. */
@RestController
final class TransactionsController {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int MAX_KEY_LENGTH = 255;

    private final RowIntake intake;
    private final LinePublisher publisher;

    TransactionsController(RowIntake intake, LinePublisher publisher) {
        this.intake = intake;
        this.publisher = publisher;
    }

    /** One row as an object, or any number as an array; an empty array is answered with 202 and zeros. */
    @PostMapping(path = "/transactions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @TransactionsOperation
    ResponseEntity<Object> post(
            HttpServletRequest request,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String detail)
            throws IOException, MalformedRows {
        if (key != null && (key.isBlank() || key.length() > MAX_KEY_LENGTH)) {
            return Problems.badIdempotencyKey();
        }
        LineIdentity identity = key == null ? LineIdentity.unique() : LineIdentity.fromIdempotencyKey(key);
        try (Batch batch = intake.read(request.getInputStream(), request.getContentLengthLong(), identity)) {
            return batch.isAllBad() ? Problems.allRowsRejected(batch) : publish(batch, "lines".equals(detail));
        }
    }

    private ResponseEntity<Object> publish(Batch batch, boolean withLines) {
        return switch (publisher.publish(batch.lines())) {
            case Stored stored -> ResponseEntity.accepted().body(Answer.of(batch, withLines));
            case Spilled spilled -> ResponseEntity.accepted().body(Answer.of(batch, withLines));
            case Unavailable unavailable -> Problems.unavailable(unavailable.reason(), unavailable.retryAfter());
            case Refused refused -> Problems.internal();
        };
    }
}
