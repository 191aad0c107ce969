package io.tillstream.benchmark;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StockCode;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.identity.LineIdentity;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** A shard's records as KCL delivers them, in aggregates of some hundred lines: gifts, sold to a few thousand people. */
final class PreparedLines {

    private static final int ARTICLES = 4_000;
    private static final int LINES_AN_INVOICE = 20;
    private static final int LINES_AN_AGGREGATE = 200;
    private static final Instant ARRIVAL = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDateTime SOLD = LocalDateTime.parse("2010-12-01T08:26:00");
    private static final List<String> WORDS = List.of(
            "WHITE",
            "HANGING",
            "HEART",
            "LIGHT",
            "HOLDER",
            "RED",
            "WOOLLY",
            "HOTTIE",
            "SET",
            "OF",
            "GLASS",
            "STAR",
            "FROSTED",
            "KNITTED",
            "UNION",
            "FLAG",
            "BOTTLE",
            "CREAM",
            "CUPID",
            "HEARTS",
            "COAT",
            "HANGER",
            "METAL",
            "LANTERN",
            "VINTAGE",
            "BILLBOARD",
            "PARTY",
            "BUNTING",
            "JAM",
            "MAKING",
            "PAPER",
            "CHAIN",
            "KIT",
            "RETROSPOT");

    private final Random random;
    private final List<String> descriptions = new ArrayList<>();

    private PreparedLines(long seed) {
        this.random = new Random(seed);
        for (int i = 0; i < ARTICLES; i++) {
            descriptions.add(word() + " " + word() + " " + word() + " " + word());
        }
    }

    static List<KinesisClientRecord> ofShard(int shard, int lines) {
        PreparedLines prepared = new PreparedLines(shard);
        LineCodec codec = new LineCodec();
        LineIdentity identity = LineIdentity.fromIdempotencyKey("benchmark", "shard " + shard);
        List<KinesisClientRecord> records = new ArrayList<>(lines);
        for (int i = 0; i < lines; i++) {
            long sequence = i / LINES_AN_AGGREGATE;
            records.add(KinesisClientRecord.builder()
                    .sequenceNumber(String.format("495903382714902566085596925%029d", sequence))
                    .subSequenceNumber(i % LINES_AN_AGGREGATE)
                    .approximateArrivalTimestamp(ARRIVAL.plusMillis(sequence))
                    .data(ByteBuffer.wrap(codec.encode(prepared.line(i, identity))))
                    .build());
        }
        return records;
    }

    private TransactionLine line(int number, LineIdentity identity) {
        int article = random.nextInt(ARTICLES);
        int invoice = number / LINES_AN_INVOICE;
        LineContent content = new LineContent(
                new InvoiceNumber(Integer.toString(536_365 + invoice)),
                new StockCode(Integer.toString(20_000 + article)),
                descriptions.get(article),
                random.nextInt(1, 49),
                SOLD.plusMinutes(invoice),
                BigDecimal.valueOf(29 + 10L * (article % 180), 2),
                invoice % 4 == 0 ? null : new CustomerId(Integer.toString(12_000 + invoice % 4_300)),
                invoice % 10 == 0 ? "Germany" : "United Kingdom",
                null);
        LineId lineId = identity.identify(content, number);
        return new TransactionLine(content, lineId, ARRIVAL.plusMillis(number / 7));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
