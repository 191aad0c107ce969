package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lines whose text says what they are. */
final class Lines {

    static final Instant NOON = Instant.parse("2011-01-05T12:00:00Z");

    private Lines() {}

    static List<EncodedLine> of(String... texts) {
        return Arrays.stream(texts).map(Lines::line).toList();
    }

    /** The partition key is what stands before the first dot. */
    static EncodedLine line(String text) {
        return new EncodedLine(text.split("\\.", -1)[0], text.getBytes(StandardCharsets.UTF_8));
    }

    /** Long enough for several frames. */
    static List<EncodedLine> many(String invoice, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line(invoice + "." + i + "." + "x".repeat(300)))
                .toList();
    }

    static List<String> texts(List<EncodedLine> lines) {
        return lines.stream()
                .map(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    static List<JournalFrame> frames(String... texts) {
        return JournalFrame.of(of(texts), NOON);
    }
}
