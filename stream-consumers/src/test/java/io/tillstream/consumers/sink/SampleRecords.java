package io.tillstream.consumers.sink;

import io.tillstream.model.FeedLine;
import io.tillstream.model.InvoiceNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The records of a shard, made up: plain ones, aggregates, and some of which no line can be read. Each is a batch of
 * its own, and every line has its own identity. The same seed makes the same records.
 */
public final class SampleRecords {

    /** All invoices that occur. */
    public static final List<InvoiceNumber> INVOICES =
            List.of(new InvoiceNumber("536365"), new InvoiceNumber("C536379"), new InvoiceNumber("A563185"));

    private static final Instant ARRIVAL = Instant.parse("2026-03-01T12:59:30Z");
    private static final int LINES_A_RECORD = 5;

    private final SampleFeed feed;
    private final Random random;

    SampleRecords(SampleFeed feed, long seed) {
        this.feed = feed;
        this.random = new Random(seed);
    }

    /**
     * So many records.
     *
     * @param sequence of the first one; the others have those that follow
     */
    List<StreamBatch> make(int records, long sequence) {
        List<StreamBatch> made = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            made.add(record(sequence + i));
        }
        return made;
    }

    /** Several records as one delivery. */
    public static StreamBatch together(List<StreamBatch> records) {
        return new StreamBatch(
                records.stream().flatMap(batch -> batch.lines().stream()).toList(),
                records.getLast().end());
    }

    static List<FeedLine> linesOf(List<StreamBatch> records) {
        return records.stream()
                .flatMap(batch -> batch.lines().stream())
                .map(StreamLine::line)
                .toList();
    }

    /** A record of one line. */
    StreamBatch record(long sequence, FeedLine line) {
        Position place = Position.of(Long.toString(sequence), 0);
        return new StreamBatch(List.of(streamed(place, ARRIVAL, line)), place);
    }

    private StreamBatch record(long sequence) {
        int lines = random.nextInt(LINES_A_RECORD + 1);
        List<StreamLine> made = new ArrayList<>();
        for (int sub = 0; sub < lines; sub++) {
            FeedLine line = feed.line(random, sequence + "." + sub);
            made.add(streamed(Position.of(Long.toString(sequence), sub), ARRIVAL.plusSeconds(sequence), line));
        }
        return new StreamBatch(made, Position.of(Long.toString(sequence), Math.max(0, lines - 1)));
    }

    private StreamLine streamed(Position place, Instant arrival, FeedLine line) {
        return new StreamLine(place, arrival, line, feed.feed().wireForm().encode(line));
    }
}
