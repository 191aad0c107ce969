package io.tillstream.consumers.rejected;

import io.tillstream.consumers.deliver.DeadLetters;
import io.tillstream.consumers.deliver.DeadRecord;
import io.tillstream.model.layout.ObjectKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters as objects under {@code rejected/<sink>/}: the first one stays, so first-seen is what it says. */
final class S3DeadLetters implements DeadLetters {

    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final RejectedProperties properties;
    private final String stream;
    private final JsonMapper json;
    private final Clock clock;

    S3DeadLetters(S3Client s3, RejectedProperties properties, String stream, JsonMapper json, Clock clock) {
        this.s3 = s3;
        this.properties = properties;
        this.stream = stream;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void store(String sink, String shardId, DeadRecord dead) {
        DeadLetter letter = DeadLetter.of(stream, shardId, dead, clock.instant());
        String line = json.writeValueAsString(letter) + "\n";
        try {
            s3.putObject(
                    request -> request.bucket(properties.bucket())
                            .key(ObjectKeys.rejected(sink, dead.arrival(), letter.name()))
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
