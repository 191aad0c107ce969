package io.tillstream.localcloud.dynamodb.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillstream.localcloud.protocol.AwsError;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/** Where the next page of a SELECT begins: behind a key in one of the stretches that it reads. */
@SuppressWarnings("ArrayRecordComponent")
record SelectPosition(int range, byte[] key) {

    static final SelectPosition START = new SelectPosition(0, new byte[0]);

    /** As a token, which is good for the same statement only. */
    String token(String statement) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + key.length);
        bytes.putLong(checksum(statement)).putInt(range).put(key);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    static SelectPosition ofToken(String token, String statement) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(token));
            if (bytes.getLong() == checksum(statement)) {
                int range = bytes.getInt();
                byte[] key = new byte[bytes.remaining()];
                bytes.get(key);
                return new SelectPosition(range, key);
            }
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static AwsError invalid() {
        return AwsError.validation("NextToken does not match request");
    }

    private static long checksum(String statement) {
        CRC32 checksum = new CRC32();
        checksum.update(statement.getBytes(UTF_8));
        return checksum.getValue();
    }
}
