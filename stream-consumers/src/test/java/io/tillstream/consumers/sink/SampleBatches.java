package io.tillstream.consumers.sink;

import io.tillstream.model.SampleLines;
import io.tillstream.model.codec.LineCodec;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Stream lines and batches for tests. */
public final class SampleBatches {

    public static final Instant ARRIVAL = Instant.parse("2026-03-01T12:34:56Z");

    private static final LineCodec CODEC = new LineCodec();

    private SampleBatches() {}

    public static StreamLine line(long sequence) {
        return line(sequence, 0);
    }

    public static StreamLine line(long sequence, long subSequence) {
        var line = SampleLines.line("536365", "85123A", sequence + "." + subSequence);
        return new StreamLine(Position.of(Long.toString(sequence), subSequence), ARRIVAL, line, CODEC.encode(line));
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
