package io.tillstream.ingest.http;

import io.tillstream.access.Caller;
import io.tillstream.ingest.accept.Batch;
import io.tillstream.ingest.accept.Request;
import io.tillstream.ingest.accept.RequestReader;
import io.tillstream.ingest.accept.Sender;
import io.tillstream.ingest.publish.LinePublisher;
import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.ingest.publish.PublishResult.Refused;
import io.tillstream.ingest.publish.PublishResult.Spilled;
import io.tillstream.ingest.publish.PublishResult.Stored;
import io.tillstream.ingest.publish.PublishResult.Unavailable;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.identity.LineIdentity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes rows of a feed: reads and validates them, publishes the good ones, and answers once the stream has them. {@link
 * FeedRoutes} says under which path.
 */
final class RowsController {

    private final Feed feed;
    private final RequestReader reader;
    private final LinePublisher publisher;
    private final RecentKeys keys;
    private final AnswerSender answers;

    RowsController(Feed feed, RequestReader reader, LinePublisher publisher, RecentKeys keys, AnswerSender answers) {
        this.feed = feed;
        this.reader = reader;
        this.publisher = publisher;
        this.keys = keys;
        this.answers = answers;
    }

    /** Any number of rows, in any of the forms; no rows are answered with 202 and zeros. */
    void post(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String keyInHeader,
            @RequestParam(name = IdempotencyKeys.PARAMETER, required = false) @Nullable String keyInUrl,
            @RequestParam(required = false) @Nullable String detail)
            throws IOException, MalformedRows {
        String key = IdempotencyKeys.of(feed, keyInHeader, keyInUrl);
        LineIdentity identity = IdempotencyKeys.identity(caller, key);
        if (detail != null && !detail.equals("lines")) {
            throw Problems.badDetail();
        }
        Sender sender = new Sender(caller.name(), request.getRemoteAddr(), caller.store());
        Request asked =
                new Request(BodyFormats.of(request), request.getContentLengthLong(), identity, key != null, sender);
        try (Batch batch = reader.read(request.getInputStream(), asked)) {
            takeFromRate(caller, batch);
            if (batch.isAllBad()) {
                // Rows that are all bad leave their key free: nothing is stored under it, and they will come corrected.
                answers.sendRejected(batch, response);
                return;
            }
            claim(key, caller, batch);
            boolean buffered = publish(batch);
            answers.sendAccepted(batch, detail != null, buffered, response);
        }
    }

    private static void takeFromRate(Caller caller, Batch batch) {
        caller.takeRows(batch.size()).ifPresent(wait -> {
            throw Problems.tooManyRowsASecond(wait);
        });
    }

    private void claim(@Nullable String key, Caller caller, Batch batch) {
        if (key != null && !keys.areTheSame(feed, caller, key, batch.digest().value())) {
            throw Problems.idempotencyKeyReused();
        }
    }

    /** Returns when the stream or the surge buffer has all lines, and not otherwise; says whether it is the buffer. */
    private boolean publish(Batch batch) {
        PublishResult result = publisher.publish(batch.lines());
        switch (result) {
            case Stored stored -> batch.releaseLines();
            case Spilled spilled -> batch.releaseLines();
            case Unavailable unavailable ->
                throw Problems.streamUnavailable(unavailable.reason(), unavailable.retryAfter());
            case Refused refused -> throw Problems.streamRefuses();
        }
        return result instanceof Spilled;
    }
}
