package io.tillstream.localcloud.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** One record to be put, found to be within the limits. */
record PutEntry(StoredRecord content, BigInteger hashKey, int bytes) {

    private static final int MAX_KEY_CHARACTERS = 256;

    static PutEntry read(AwsRequest request, int maxKiB) {
        String key = request.requiredText("PartitionKey");
        if (key.isEmpty() || key.codePointCount(0, key.length()) > MAX_KEY_CHARACTERS) {
            throw AwsError.validation("1 validation error detected: Value at 'partitionKey' failed to satisfy "
                    + "constraint: Member must have length between 1 and " + MAX_KEY_CHARACTERS);
        }
        byte[] data = request.requiredBlob("Data");
        int bytes = data.length + key.getBytes(UTF_8).length;
        if (bytes > maxKiB * 1024) {
            throw AwsError.validation("1 validation error detected: Value at 'data' failed to satisfy constraint: "
                    + "Member must have length less than or equal to " + maxKiB * 1024);
        }
        BigInteger hashKey = request.text("ExplicitHashKey")
                .map(text -> HashKeys.parse("ExplicitHashKey", text))
                .orElseGet(() -> HashKeys.ofPartitionKey(key));
        return new PutEntry(new StoredRecord(key, ByteBuffer.wrap(data)), hashKey, bytes);
    }
}
