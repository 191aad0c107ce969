package io.tillstream.loader.importing;

import io.tillstream.invoicestore.RefusedLine;
import io.tillstream.loader.parts.Part;
import io.tillstream.loader.parts.PartStore;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.layout.ObjectKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Lines of one part that the look-ups will never take, as dead letters under {@code rejected/import/}. */
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
                    .map(line -> new Letter("STORE", line.reason(), part.key(), receivedAt, codec.encode(line.line())))
                    .map(letter -> JSON.writeValueAsString(letter) + "\n")
                    .collect(Collectors.joining());
            String name = load + "-refused-" + part.number();
            parts.putText(ObjectKeys.rejected("import", receivedAt, name), body, "application/x-ndjson");
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Jackson writes the bytes as base64.
    private record Letter(String stage, String reason, String object, Instant firstSeenAt, byte[] bytes) {}
}
