package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.protocol.AwsError;

/** Where reading a stream goes on: at the first record with this number or a higher one. */
record ChangePosition(String streamArn, long number) {

    private static final char SEPARATOR = '|';

    /** What clients call a shard iterator. */
    String text() {
        return streamArn + SEPARATOR + number;
    }

    static ChangePosition ofText(String text) {
        int separator = text.lastIndexOf(SEPARATOR);
        try {
            return new ChangePosition(text.substring(0, separator), Long.parseLong(text.substring(separator + 1)));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw AwsError.validation("Invalid ShardIterator");
        }
    }
}
