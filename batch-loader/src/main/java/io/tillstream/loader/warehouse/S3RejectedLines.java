package io.tillstream.loader.warehouse;

import io.tillstream.model.identity.Digest128;
import io.tillstream.model.layout.ObjectKeys;
import io.tillstream.warehouse.load.LoadObject;
import io.tillstream.warehouse.load.RejectedLine;
import io.tillstream.warehouse.load.RejectedLines;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

/** Lines that could not be loaded, under {@code rejected/warehouse-load/}, one JSON line each. */
final class S3RejectedLines implements RejectedLines {

    private final S3Client s3;
    private final String bucket;
    private final JsonMapper json;
    private final Clock clock;

    S3RejectedLines(S3Client s3, String bucket, JsonMapper json, Clock clock) {
        this.s3 = s3;
        this.bucket = bucket;
        this.json = json;
        this.clock = clock;
    }

    /** The name is that of the place, so a load that is repeated within the day writes over what it wrote. */
    @Override
    public void keep(LoadObject object, List<RejectedLine> lines) {
        Instant now = clock.instant();
        String name = new Digest128().add(object.uri()).add(object.etag()).finish() + "-"
                + lines.getFirst().number();
        String body = lines.stream()
                .map(line -> json.writeValueAsString(
                                new Letter(line.reason(), object.uri(), line.number(), now, line.bytes()))
                        + "\n")
                .collect(Collectors.joining());
        s3.putObject(
                request -> request.bucket(bucket)
                        .key(ObjectKeys.rejected("warehouse-load", now, name))
                        .contentType("application/x-ndjson"),
                RequestBody.fromString(body, StandardCharsets.UTF_8));
    }

    /** The bytes as base64, since they need not be text. */
    @SuppressWarnings("ArrayRecordComponent") // Jackson writes them.
    private record Letter(String reason, String object, long line, Instant rejectedAt, byte[] bytes) {}
}
