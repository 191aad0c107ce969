package io.tillstream.campaign;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import software.amazon.kinesis.retrieval.kpl.Messages;

/** Several records as one, as the Kinesis Producer Library makes them. */
final class KplAggregate {

    private static final byte[] MAGIC = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};

    private KplAggregate() {}

    /** Of records that all belong where this partition key does. */
    static byte[] of(String partitionKey, List<byte[]> records) {
        Messages.AggregatedRecord.Builder message = Messages.AggregatedRecord.newBuilder()
                .addPartitionKeyTable(partitionKey)
                .addExplicitHashKeyTable(hashOf(partitionKey).toString());
        records.forEach(bytes -> message.addRecords(Messages.Record.newBuilder()
                .setPartitionKeyIndex(0)
                .setExplicitHashKeyIndex(0)
                .setData(ByteString.copyFrom(bytes))));
        byte[] body = message.build().toByteArray();
        ByteArrayOutputStream aggregate = new ByteArrayOutputStream();
        aggregate.writeBytes(MAGIC);
        aggregate.writeBytes(body);
        aggregate.writeBytes(md5(body));
        return aggregate.toByteArray();
    }

    /** Where among all shards a partition key belongs. */
    static BigInteger hashOf(String partitionKey) {
        return new BigInteger(1, md5(partitionKey.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has MD5", impossible);
        }
    }
}
