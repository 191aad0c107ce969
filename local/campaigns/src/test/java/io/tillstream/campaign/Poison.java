package io.tillstream.campaign;

import java.util.Base64;

/**
 * A record of the stream that is no line.
 *
 * @param content its bytes, in base64; no two have the same
 * @param reason what the reason given for it has to mention
 * @param place where it lies, as its dead letter is named: shard, sequence and place within the record
 */
record Poison(String kind, String content, String reason, String place) {

    static Poison of(String kind, byte[] bytes, String reason, String place) {
        return new Poison(kind, Base64.getEncoder().encodeToString(bytes), reason, place);
    }
}
