package io.tillstream.loader.importing;

import io.tillstream.loader.parts.Part;
import io.tillstream.loader.parts.PartStore;
import io.tillstream.model.FeedLine;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.layout.ObjectKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of one part that do not count in the look-ups, and those that they replaced there, as dead letters under
 * {@code rejected/import/}.
 */
final class UncountedLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Feed feed;
    private final List<LookupWriter.Uncounted> lines = new ArrayList<>();
    private final PartStore parts;
    private final String load;
    private final Instant receivedAt;
    private final Part part;

    UncountedLines(Feed feed, PartStore parts, String load, Instant receivedAt, Part part) {
        this.feed = feed;
        this.parts = parts;
        this.load = load;
        this.receivedAt = receivedAt;
        this.part = part;
    }

    void addAll(List<LookupWriter.Uncounted> refused) {
        lines.addAll(refused);
    }

    long count() {
        return lines.size();
    }

    /** Put again, it is the same object. */
    void put() {
        if (!lines.isEmpty()) {
            String body = lines.stream()
                    .map(line -> letter(line.line(), line.reason()))
                    .collect(Collectors.joining());
            put("refused-" + part.number(), body);
        }
    }

    /** Keeps a line that one of the part replaces, at once, since it is gone afterwards. */
    void putReplaced(FeedLine replaced, String reason) {
        Digest128.Hash content = feed.hashing().of(replaced.content(), new Digest128());
        put("replaced-" + part.number() + "-" + content, letter(replaced, reason));
    }

    private void put(String name, String body) {
        parts.putText(ObjectKeys.rejected("import", receivedAt, load + "-" + name), body, "application/x-ndjson");
    }

    private String letter(FeedLine line, String reason) {
        Letter letter = new Letter(
                "STORE", reason, part.key(), receivedAt, feed.wireForm().encode(line));
        return JSON.writeValueAsString(letter) + "\n";
    }

    @SuppressWarnings("ArrayRecordComponent") // Jackson writes the bytes as base64.
    private record Letter(String stage, String reason, String object, Instant firstSeenAt, byte[] bytes) {}
}
