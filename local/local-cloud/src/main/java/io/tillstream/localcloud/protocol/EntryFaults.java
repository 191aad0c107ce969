package io.tillstream.localcloud.protocol;

import java.util.Optional;

/** Decides which entries of a batch fail while the rest of it succeeds, so that clients can be seen to cope. */
@FunctionalInterface
public interface EntryFaults {

    /** Nothing fails. */
    EntryFaults NONE = (target, resource) -> Optional.empty();

    /**
     * Asked once for each entry of a {@code PutRecords} or {@code PutRecordBatch} call.
     *
     * @param target service and operation as in {@code X-Amz-Target}, such as {@code Kinesis_20131202.PutRecords}
     * @param resource the name of the stream
     * @return the error code the entry fails with, such as {@code ProvisionedThroughputExceededException}
     */
    Optional<String> failureOf(String target, String resource);
}
