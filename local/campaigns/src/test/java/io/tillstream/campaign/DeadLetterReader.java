package io.tillstream.campaign;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a sink's dead letters. */
final class DeadLetterReader {

    private final Bucket bucket;

    DeadLetterReader(Bucket bucket) {
        this.bucket = bucket;
    }

    /** @param content the record's bytes, in base64 */
    record Letter(String content, String reason, String place, String key) {

        boolean isFor(Poison poison) {
            return content.equals(poison.content()) && place.equals(poison.place()) && reason.contains(poison.reason());
        }
    }

    List<Letter> of(String sink) {
        return bucket.keys(Traffic.rejectedPrefix(sink)).stream()
                .map(bucket::read)
                .flatMap(object -> object.lines().stream().map(line -> letter(object.key(), Json.read(line))))
                .toList();
    }

    private static Letter letter(String key, JsonNode letter) {
        return new Letter(
                letter.required("bytes").asString(),
                letter.required("reason").asString(),
                letter.required("shard").asString() + "-"
                        + letter.required("sequence").asString() + "."
                        + letter.required("subSequence").asLong(),
                key);
    }
}
