package io.tillstream.producer.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What makes two replays the same: the bytes of the file, how it is read, which rows are sent, by which connections, and where to. From it
 * come the name of the saved state and the keys of the requests, which are the same whenever the same rows are sent.
 *
 * @param digits hexadecimal
 */
record ReplayId(String digits) {

    private static final int DIGITS = 32;

    static ReplayId of(String fileHash, ReplayPlan plan) {
        List<String> parts = new ArrayList<>(List.of(
                fileHash,
                plan.encoding().toString(),
                plan.selection().toString(),
                plan.layout().toString(),
                plan.service().url().toString()));
        parts.addAll(plan.reading().meaning());
        return new ReplayId(hash(String.join("\n", parts)));
    }

    /** The Idempotency-Key of a connection's rows from one number to another. */
    String keyOf(int connection, long first, long last) {
        return "replay-" + hash(digits + "\n" + connection + "\n" + first + "\n" + last);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
