package io.tillstream.consumers.sink;

import io.tillstream.model.SampleLines;
import io.tillstream.model.codec.LineCodec;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Stream lines and batches for tests. */
public final class SampleBatches {

    public static final Instant ARRIVAL = Instant.parse("2026-03-01T12:34:56Z");

    /** For stores that take every line. */
    public static final Refusals NOTHING_REFUSED = (line, reason) -> {
        throw new AssertionError("Refused " + line + ": " + reason);
    };

    private static final LineCodec CODEC = new LineCodec();

    private SampleBatches() {}

    public static StreamLine line(long sequence) {
        return line(sequence, 0);
    }

    public static StreamLine line(long sequence, long subSequence) {
        return line(Position.of(Long.toString(sequence), subSequence), ARRIVAL, sequence + "." + subSequence);
    }

    public static StreamLine line(Position position, Instant arrival, String lineId) {
        var line = SampleLines.line("536365", "85123A", lineId);
        return new StreamLine(position, arrival, line, CODEC.encode(line));
    }

    /** The lines of a batch as they come when they are sent again: at other places, under their identities. */
    public static StreamBatch again(StreamBatch batch, long firstSequence, Instant arrival) {
        return of(IntStream.range(0, batch.lines().size())
                .mapToObj(i -> line(
                        Position.of(Long.toString(firstSequence + i), 0),
                        arrival,
                        batch.lines().get(i).line().lineId().value()))
                .toList());
    }

    /** One plain record a line. */
    public static StreamBatch batch(long firstSequence, long lastSequence) {
        return of(LongStream.rangeClosed(firstSequence, lastSequence)
                .mapToObj(SampleBatches::line)
                .toList());
    }

    /** One aggregate of several lines. */
    public static StreamBatch aggregate(long sequence, int lines) {
        return of(
                LongStream.range(0, lines).mapToObj(sub -> line(sequence, sub)).toList());
    }

    public static StreamBatch of(List<StreamLine> lines) {
        return new StreamBatch(lines, lines.getLast().position());
    }
}
