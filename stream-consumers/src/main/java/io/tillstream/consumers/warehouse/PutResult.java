package io.tillstream.consumers.warehouse;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of a call, record by record.
 *
 * @param left those to send again
 * @param invalid those of one line that Firehose calls invalid: they will never be taken
 * @param failure why some are left; absent when none are
 */
record PutResult(
        List<DeliveryRecord> left,
        List<DeliveryRecord> invalid,
        @Nullable RuntimeException failure) {

    static PutResult left(List<DeliveryRecord> left, RuntimeException failure) {
        return new PutResult(left, List.of(), failure);
    }

    static PutResult invalid(DeliveryRecord only) {
        return new PutResult(List.of(), List.of(only), null);
    }

    PutResult and(PutResult other) {
        return new PutResult(
                Stream.concat(left.stream(), other.left.stream()).toList(),
                Stream.concat(invalid.stream(), other.invalid.stream()).toList(),
                failure == null ? other.failure : failure);
    }
}
