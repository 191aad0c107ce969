package io.tillstream.consumers.rejected;

import io.tillstream.consumers.deliver.DeadLetters;
import io.tillstream.consumers.deliver.DeadRecord;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.ObjectKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Function;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters as objects under {@code rejected/<sink>/}: the first one stays, so first-seen is what it says. */
final class S3DeadLetters implements DeadLetters {

    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final RejectedProperties properties;
    private final Function<FeedLayout, String> streams;
    private final JsonMapper json;
    private final Clock clock;

    /** @param streams the stream of each feed */
    S3DeadLetters(
            S3Client s3,
            RejectedProperties properties,
            Function<FeedLayout, String> streams,
            JsonMapper json,
            Clock clock) {
        this.s3 = s3;
        this.properties = properties;
        this.streams = streams;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void store(Sink sink, String shardId, DeadRecord dead) {
        String stream = streams.apply(sink.feed().layout());
        DeadLetter letter = DeadLetter.of(stream, shardId, dead, clock.instant());
        String line = json.writeValueAsString(letter) + "\n";
        try {
            s3.putObject(
                    request -> request.bucket(properties.bucket())
                            .key(ObjectKeys.rejected(sink.name(), dead.arrival(), letter.name()))
                            .contentType("application/x-ndjson")
                            .ifNoneMatch("*"),
                    RequestBody.fromString(line, StandardCharsets.UTF_8));
        } catch (S3Exception refused) {
            if (refused.statusCode() != PRECONDITION_FAILED) {
                throw refused;
            }
        }
    }
}
