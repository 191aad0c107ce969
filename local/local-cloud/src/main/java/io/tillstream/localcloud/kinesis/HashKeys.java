package io.tillstream.localcloud.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillstream.localcloud.protocol.AwsError;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Where in the hash space a record belongs: at its partition key's MD5, or where the caller says. */
final class HashKeys {

    private HashKeys() {}

    static BigInteger ofPartitionKey(String partitionKey) {
        try {
            return new BigInteger(1, MessageDigest.getInstance("MD5").digest(partitionKey.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static BigInteger parse(String member, String text) {
        if (!text.matches("0|[1-9]\\d{0,38}") || new BigInteger(text).compareTo(HashRange.SPACE) >= 0) {
            throw AwsError.badRequest(
                    "InvalidArgumentException", "Invalid %s. Must be between 0 and 2^128-1.".formatted(member));
        }
        return new BigInteger(text);
    }
}
