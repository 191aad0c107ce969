package io.tillstream.loader.warehouse;

import io.tillstream.warehouse.load.LineForm;
import io.tillstream.warehouse.load.LoadObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What Firehose has delivered, by hour. An object bears the time of its oldest record, so one that Firehose could not
 * deliver for long turns up far behind the newest.
 */
final class DeliveredObjects {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/").withZone(ZoneOffset.UTC);

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    DeliveredObjects(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** The objects of the hours up to now, beginning with the one that was so long ago. */
    List<Delivered> since(Duration ago, Instant now) {
        Instant first = now.minus(ago).truncatedTo(ChronoUnit.HOURS);
        return Stream.iterate(first, hour -> !hour.isAfter(now), hour -> hour.plus(1, ChronoUnit.HOURS))
                .flatMap(this::ofHour)
                .toList();
    }

    private Stream<Delivered> ofHour(Instant hour) {
        return s3
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix + HOUR.format(hour)))
                .contents()
                .stream()
                .map(this::delivered);
    }

    private Delivered delivered(S3Object object) {
        return new Delivered(
                new LoadObject(bucket, object.key(), object.eTag(), object.size(), LineForm.SALES),
                object.lastModified());
    }

    /** An object, and since when it has been there. */
    record Delivered(LoadObject object, Instant at) {}
}
