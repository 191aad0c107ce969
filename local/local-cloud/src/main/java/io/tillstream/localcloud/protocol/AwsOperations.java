package io.tillstream.localcloud.protocol;

/** The operations of one service of the kind that names its operation in the header {@code X-Amz-Target}. */
public interface AwsOperations {

    /** The part of {@code X-Amz-Target} before the dot, such as {@code Kinesis_20131202}. */
    String targetPrefix();

    /**
     * Carries out one operation. An operation the service does not have is {@link AwsError#unknownOperation}.
     *
     * @return the reply's structure, written member by member: records and maps, whose first letters become upper case;
     *     an {@link java.time.Instant} becomes a timestamp, a {@link java.nio.ByteBuffer} a blob, null is left out
     * @throws AwsError what the service answers instead
     */
    Object call(String operation, AwsRequest request);

    /** The prefix of the code in the body of an error, such as {@code com.amazonaws.dynamodb.v20120810#}. */
    default String errorPrefix() {
        return "";
    }

    /** Whether clients expect a CRC-32 of the body in a header. */
    default boolean checksumsReplies() {
        return false;
    }
}
