package io.tillstream.localcloud.protocol;

import java.time.Duration;
import java.util.Optional;

/** Decides what goes wrong within a service, so that clients can be seen to cope. */
@FunctionalInterface
public interface EntryFaults {

    /** Nothing fails. */
    EntryFaults NONE = (target, resource) -> Optional.empty();

    /**
     * Asked for each entry that a batch, such as {@code PutRecords} or {@code BatchWriteItem}, is to carry out.
     *
     * @param target service and operation as in {@code X-Amz-Target}, such as {@code Kinesis_20131202.PutRecords}
     * @param resource the name of the stream or table
     * @return the error code that the entry fails with; DynamoDB does not tell it but hands the entry back
     */
    Optional<String> failureOf(String target, String resource);

    /** Whether a transaction is to seem under way on what a call writes; asked once for each item. */
    default boolean conflicts(String target, String resource) {
        return false;
    }

    /** Whether a record that a call puts is to come to any shard, whatever its key; asked once for each record. */
    default boolean scatters(String target, String resource) {
        return false;
    }

    /** How old the data is that an eventually consistent call reads; zero for as new as possible. */
    default Duration ageOfRead(String target, String resource) {
        return Duration.ZERO;
    }
}
