package io.tillstream.campaign;

import java.util.List;
import java.util.stream.Stream;

/** Reads every row that Firehose delivered. */
final class DeliveredReader {

    static final String PREFIX = "firehose/transactions/";

    private final Bucket bucket;

    DeliveredReader(Bucket bucket) {
        this.bucket = bucket;
    }

    List<Found> lines() {
        return bucket.keys(PREFIX).stream()
                .map(bucket::read)
                .flatMap(DeliveredReader::linesOf)
                .toList();
    }

    private static Stream<Found> linesOf(Bucket.Content object) {
        return object.lines().stream().map(line -> Found.of(LineJson.read(line), Naming.SNAKE_CASE, object.key(), ""));
    }
}
