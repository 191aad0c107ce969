package io.tillstream.loader.warehouse;

import io.tillstream.model.codec.LineForm;
import io.tillstream.model.feed.Feed;
import io.tillstream.warehouse.load.LoadObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What Firehose has delivered, by hour: it lies in folders of the year, month, day and hour. An object bears the time
 * of its oldest record, so one that Firehose could not deliver for long turns up far behind the newest.
 */
final class DeliveredObjects {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/").withZone(ZoneOffset.UTC);

    private static final Pattern OF_AN_HOUR =
            Pattern.compile("\\d{4}/(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])/([01]\\d|2[0-3])/");

    /** From the year down to the hour. */
    private static final int LEVELS = 4;

    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final LineForm form;

    /** @param form of the lines in them */
    DeliveredObjects(S3Client s3, String bucket, String prefix, LineForm form) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
        this.form = form;
    }

    /** What is delivered of this feed. */
    static DeliveredObjects of(Feed feed, S3Client s3, WarehouseJobProperties settings) {
        return new DeliveredObjects(s3, settings.bucket(), settings.prefixOf(feed.layout()), feed.warehouseForm());
    }

    /** The address of the prefix. */
    String source() {
        return "s3://" + bucket + "/" + prefix;
    }

    /** The objects of this hour and all later ones, hour by hour. */
    Stream<Delivered> since(Instant hour) {
        return below("", 0, HOUR.format(hour));
    }

    Stream<Delivered> all() {
        return below("", 0, "");
    }

    /** Goes down only into folders that exist, so that a long stretch without any object costs nothing. */
    private Stream<Delivered> below(String folder, int level, String first) {
        return level == LEVELS
                ? ofHour(folder)
                : foldersOf(folder)
                        .filter(below -> !isBefore(below, first))
                        .flatMap(below -> below(below, level + 1, first));
    }

    private static boolean isBefore(String folder, String first) {
        return folder.compareTo(first.substring(0, Math.min(first.length(), folder.length()))) < 0;
    }

    private Stream<String> foldersOf(String folder) {
        return s3
                .listObjectsV2Paginator(request -> request.bucket(bucket)
                        .prefix(prefix + folder)
                        .delimiter("/")
                        .encodingType(EncodingType.URL))
                .commonPrefixes()
                .stream()
                .map(found -> found.prefix().substring(prefix.length()))
                .sorted();
    }

    /** A folder of another form was not written by Firehose. */
    private Stream<Delivered> ofHour(String folder) {
        if (!OF_AN_HOUR.matcher(folder).matches()) {
            return Stream.empty();
        }
        Instant hour = HOUR.parse(folder, Instant::from);
        return s3
                .listObjectsV2Paginator(request ->
                        request.bucket(bucket).prefix(prefix + folder).encodingType(EncodingType.URL))
                .contents()
                .stream()
                .map(object -> delivered(object, hour));
    }

    private Delivered delivered(S3Object object, Instant hour) {
        return new Delivered(
                new LoadObject(bucket, object.key(), object.eTag(), object.size(), form), hour, object.lastModified());
    }

    /** An object, the hour it belongs to, and since when it has been there. */
    record Delivered(LoadObject object, Instant hour, Instant at) {}
}
