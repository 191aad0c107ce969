package io.tillstream.consumers.sink;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The records of a shard, made up: plain ones, aggregates, and some of which no line can be read. Each is a batch of
 * its own, and every line has its own identity. The same seed makes the same records.
 */
public final class SampleRecords {

    /** All invoices that occur. */
    public static final List<InvoiceNumber> INVOICES =
            List.of(new InvoiceNumber("536365"), new InvoiceNumber("C536379"), new InvoiceNumber("A563185"));

    private static final LineCodec CODEC = new LineCodec();
    private static final Instant ARRIVAL = Instant.parse("2026-03-01T12:59:30Z");
    private static final LocalDateTime SOLD = LocalDateTime.parse("2010-12-01T08:26:00");
    private static final int LINES_A_RECORD = 5;

    private final Random random;

    private SampleRecords(Random random) {
        this.random = random;
    }

    /**
     * So many records.
     *
     * @param sequence of the first one; the others have those that follow
     */
    public static List<StreamBatch> of(long seed, int records, long sequence) {
        SampleRecords sample = new SampleRecords(new Random(seed));
        List<StreamBatch> made = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            made.add(sample.record(sequence + i));
        }
        return made;
    }

    /** Several records as one delivery. */
    public static StreamBatch together(List<StreamBatch> records) {
        return new StreamBatch(
                records.stream().flatMap(batch -> batch.lines().stream()).toList(),
                records.getLast().end());
    }

    public static List<TransactionLine> linesOf(List<StreamBatch> records) {
        return records.stream()
                .flatMap(batch -> batch.lines().stream())
                .map(StreamLine::line)
                .map(TransactionLine.class::cast)
                .toList();
    }

    /** A record of one line. */
    public static StreamBatch record(long sequence, TransactionLine line) {
        Position place = Position.of(Long.toString(sequence), 0);
        return new StreamBatch(List.of(new StreamLine(place, ARRIVAL, line, CODEC.encode(line))), place);
    }

    private StreamBatch record(long sequence) {
        int lines = random.nextInt(LINES_A_RECORD + 1);
        List<StreamLine> made = new ArrayList<>();
        for (int sub = 0; sub < lines; sub++) {
            TransactionLine line = line(sequence + "." + sub);
            made.add(new StreamLine(
                    Position.of(Long.toString(sequence), sub),
                    ARRIVAL.plusSeconds(sequence),
                    line,
                    CODEC.encode(line)));
        }
        return new StreamBatch(made, Position.of(Long.toString(sequence), Math.max(0, lines - 1)));
    }

    private TransactionLine line(String lineId) {
        LineContent content = new LineContent(
                INVOICES.get(random.nextInt(INVOICES.size())),
                new StockCode(random.nextBoolean() ? "85123A" : "gift#0001/20 %"),
                random.nextInt(4) == 0 ? null : "SET OF 3 \uD83D\uDECD\uD83C\uDF81 \"BAGS\",\\ d\u00e9j\u00e0 vu",
                random.nextLong(-6, 7),
                SOLD.plusMinutes(random.nextInt(600)),
                BigDecimal.valueOf(random.nextInt(-9_999, 99_999), 4),
                random.nextBoolean() ? null : new CustomerId("17850"),
                "United Kingdom",
                random.nextBoolean() ? null : new StoreId("london \uD83C\uDFEA"));
        return new TransactionLine(content, new LineId(lineId), ARRIVAL, attributes());
    }

    private Attributes attributes() {
        return random.nextBoolean()
                ? Attributes.NONE
                : new Attributes(Map.of(
                        "segment", new AttributeValue.Text("\uD83D\uDC51 gold"),
                        "vat", new AttributeValue.Numeral(new BigDecimal("2.5499"))));
    }
}
