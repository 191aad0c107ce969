package io.tillstream.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.access.Caller;
import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.ingest.publish.FeedPublishers;
import io.tillstream.ingest.publish.LinePublisher;
import io.tillstream.ingest.publish.PublishResult.Refused;
import io.tillstream.ingest.publish.PublishResult.Spilled;
import io.tillstream.ingest.publish.PublishResult.Stored;
import io.tillstream.ingest.publish.PublishResult.Unavailable;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.LineKey;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.PartitionKeys;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RestController;

/** Voids lines: publishes for each what takes it back, and answers once the stream has that. Every store follows. */
@RestController
@Conditional(TransactionsAreRun.class)
final class VoidsController {

    private static final String UNNAMED = "a caller whose name cannot be written";

    private final LineCodec codec = new LineCodec();
    private final LinePublisher publisher;
    private final Clock clock;

    VoidsController(Feeds feeds, FeedPublishers publishers, Clock clock) {
        this.publisher = publishers.of(feeds.named(FeedLayout.TRANSACTIONS.name()));
        this.clock = clock;
    }

    /** The line may be in any store, in none yet, or void already. Its ids may be parameters, for those no path can hold. */
    @DeleteMapping(
            path = {"/invoices/{invoiceNo}/lines/{stockCode}/{lineId}", "/invoices/{invoiceNo}/lines"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VoidedLine> voidLine(VoidRequest request, Caller caller) {
        LineKey key = request.key(caller.store());
        caller.takeRows(1).ifPresent(wait -> {
            throw Problems.tooManyRowsASecond(wait);
        });
        TransactionLine voiding = TransactionLine.voiding(key, request.reasonGiven(), nameOf(caller), clock.instant());
        boolean buffered = publish(new EncodedLine(PartitionKeys.of(voiding), codec.encode(voiding)));
        return ResponseEntity.accepted().body(VoidedLine.of(key, buffered));
    }

    private boolean publish(EncodedLine voiding) {
        return switch (publisher.publish(List.of(voiding))) {
            case Stored stored -> false;
            case Spilled spilled -> true;
            case Unavailable unavailable ->
                throw Problems.streamUnavailable(unavailable.reason(), unavailable.retryAfter());
            case Refused refused -> throw Problems.streamRefuses();
        };
    }

    private static String nameOf(Caller caller) {
        return AttributeValue.Text.RULE.faultIn(caller.name()).isEmpty() ? caller.name() : UNNAMED;
    }

    /**
     * The answer.
     *
     * @param buffered whether the stream is out, and the surge buffer has it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VoidedLine(
            String invoiceNo,
            String stockCode,
            String lineId,
            @Nullable String storeId,
            @Nullable Boolean buffered) {

        private static VoidedLine of(LineKey key, boolean buffered) {
            return new VoidedLine(
                    key.invoiceNo().value(),
                    key.stockCode().value(),
                    key.lineId().value(),
                    key.storeId().map(store -> store.value()).orElse(null),
                    buffered ? true : null);
        }
    }
}
