package io.tillstream.consumers.warehouse;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the records of a call.
 *
 * @param left those to send again
 * @param invalid those of one line that Firehose calls invalid: they will never be taken
 * @param failure why some are left; absent when none are
 */
record Answer(
        List<DeliveryRecord> left,
        List<DeliveryRecord> invalid,
        @Nullable RuntimeException failure) {

    static Answer left(List<DeliveryRecord> left, RuntimeException failure) {
        return new Answer(left, List.of(), failure);
    }

    static Answer invalid(DeliveryRecord only) {
        return new Answer(List.of(), List.of(only), null);
    }

    Answer and(Answer other) {
        return new Answer(
                Stream.concat(left.stream(), other.left.stream()).toList(),
                Stream.concat(invalid.stream(), other.invalid.stream()).toList(),
                failure == null ? other.failure : failure);
    }
}
