package io.tillstream.consumers.rejected;

import io.tillstream.model.layout.ObjectKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dead letters of the sinks, for those who redeliver them.
 *
 * <p>A letter that is settled moves from {@code rejected/} to {@code reprocessed/} under the same name, with what
 * became of it. It is written there first and deleted here then, so at no time is it in neither.
 */
public final class DeadLetterStore {

    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final RejectedProperties properties;
    private final JsonMapper json;
    private final Clock clock;

    DeadLetterStore(S3Client s3, RejectedProperties properties, JsonMapper json, Clock clock) {
        this.s3 = s3;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    /** The keys of a sink's letters, by the day of their arrival; read page by page. */
    public Stream<String> keys(String sink) {
        return s3
                .listObjectsV2Paginator(request -> request.bucket(properties.bucket())
                        .prefix(ObjectKeys.rejectedOf(sink))
                        .encodingType(EncodingType.URL))
                .contents()
                .stream()
                .map(S3Object::key);
    }

    public DeadLetterObject read(String key) {
        try {
            byte[] bytes = s3.getObjectAsBytes(
                            request -> request.bucket(properties.bucket()).key(key))
                    .asByteArray();
            return new DeadLetterObject.Letter(json.readValue(bytes, DeadLetter.class));
        } catch (NoSuchKeyException settled) {
            return new DeadLetterObject.None();
        } catch (JacksonException unreadable) {
            return new DeadLetterObject.Foreign(key);
        }
    }

    /** The letter that another sink has of the same record. */
    public DeadLetterObject copyOf(DeadLetter letter, String sink) {
        return read(ObjectKeys.rejected(sink, letter.arrivedAt(), letter.name()));
    }

    /** Whether the letter has been settled for the sink. */
    public boolean isSettled(String sink, DeadLetter letter) {
        return exists(ObjectKeys.reprocessed(sink, letter.arrivedAt(), letter.name()));
    }

    /**
     * Takes the letter out of those of the sink, which is for when its effect is durable.
     *
     * @param outcome what became of it
     */
    public void settle(String sink, DeadLetter letter, String outcome) {
        String line = json.writeValueAsString(new Settled(outcome, clock.instant(), letter)) + "\n";
        s3.putObject(
                request -> request.bucket(properties.bucket())
                        .key(ObjectKeys.reprocessed(sink, letter.arrivedAt(), letter.name()))
                        .contentType("application/x-ndjson"),
                RequestBody.fromString(line, StandardCharsets.UTF_8));
        s3.deleteObject(request ->
                request.bucket(properties.bucket()).key(ObjectKeys.rejected(sink, letter.arrivedAt(), letter.name())));
    }

    private boolean exists(String key) {
        try {
            s3.headObject(request -> request.bucket(properties.bucket()).key(key));
            return true;
        } catch (S3Exception missing) {
            if (missing.statusCode() != NOT_FOUND) {
                throw missing;
            }
            return false;
        }
    }

    private record Settled(String outcome, Instant reprocessedAt, DeadLetter letter) {}
}
