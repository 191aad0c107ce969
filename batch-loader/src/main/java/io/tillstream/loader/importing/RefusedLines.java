package io.tillstream.loader.importing;

import io.tillstream.invoicestore.RefusedLine;
import io.tillstream.loader.parts.Part;
import io.tillstream.loader.parts.PartStore;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.TransactionHashing;
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
final class RefusedLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LineCodec codec = new LineCodec();
    private final List<RefusedLine> lines = new ArrayList<>();
    private final PartStore parts;
    private final String load;
    private final Instant receivedAt;
    private final Part part;

    RefusedLines(PartStore parts, String load, Instant receivedAt, Part part) {
        this.parts = parts;
        this.load = load;
        this.receivedAt = receivedAt;
        this.part = part;
    }

    void addAll(List<RefusedLine> refused) {
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
    void putReplaced(TransactionLine replaced, TransactionLine by) {
        Digest128.Hash content = TransactionHashing.versionOf(replaced).content();
        put("replaced-" + part.number() + "-" + content, letter(replaced, RefusedLine.OTHER_VERSION_REASON));
    }

    private void put(String name, String body) {
        parts.putText(ObjectKeys.rejected("import", receivedAt, load + "-" + name), body, "application/x-ndjson");
    }

    private String letter(TransactionLine line, String reason) {
        Letter letter = new Letter("STORE", reason, part.key(), receivedAt, codec.encode(line));
        return JSON.writeValueAsString(letter) + "\n";
    }

    @SuppressWarnings("ArrayRecordComponent") // Jackson writes the bytes as base64.
    private record Letter(String stage, String reason, String object, Instant firstSeenAt, byte[] bytes) {}
}
