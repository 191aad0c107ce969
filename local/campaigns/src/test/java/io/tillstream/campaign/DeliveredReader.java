package io.tillstream.campaign;

import java.util.List;
import java.util.stream.Stream;

/** Reads every row of a feed that Firehose delivered. */
final class DeliveredReader {

    private final Bucket bucket;
    private final Traffic traffic;

    DeliveredReader(Bucket bucket, Traffic traffic) {
        this.bucket = bucket;
        this.traffic = traffic;
    }

    List<Found> lines() {
        return bucket.keys(traffic.deliveredPrefix()).stream()
                .map(bucket::read)
                .flatMap(this::linesOf)
                .toList();
    }

    private Stream<Found> linesOf(Bucket.Content object) {
        return object.lines().stream().map(line -> traffic.found(Json.read(line), Naming.SNAKE_CASE, object.key(), ""));
    }
}
