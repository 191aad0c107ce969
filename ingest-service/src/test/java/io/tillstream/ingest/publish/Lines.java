package io.tillstream.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** Lines for tests, and how KCL sees them. */
final class Lines {

    private Lines() {}

    static EncodedLine line(String invoice, String text) {
        return new EncodedLine(invoice, text.getBytes(UTF_8));
    }

    static PendingLine pending(EncodedLine line, PublishRequest request) {
        return new PendingLine(line, hash(line.partitionKey()), request);
    }

    static WaitingLines waiting(List<PendingLine> lines) {
        WaitingLines waiting = new WaitingLines();
        waiting.add(lines);
        return waiting;
    }

    static HashKey hash(String partitionKey) {
        return new KeyHash().of(partitionKey);
    }

    /** Where Kinesis puts the entry. */
    static HashKey destination(PutRecordsRequestEntry entry) {
        String explicit = entry.explicitHashKey();
        return explicit == null ? hash(entry.partitionKey()) : HashKey.parse(explicit);
    }

    /** As KCL does on a shard that takes the hash keys from the first to the last. */
    static List<KinesisClientRecord> takenApart(PutRecordsRequestEntry entry, HashKey first, HashKey last) {
        KinesisClientRecord record = KinesisClientRecord.builder()
                .partitionKey(entry.partitionKey())
                .sequenceNumber("1")
                .data(ByteBuffer.wrap(entry.data().asByteArrayUnsafe()))
                .build();
        return new AggregatorUtil()
                .deaggregate(List.of(record), new BigInteger(first.toString()), new BigInteger(last.toString()));
    }

    static List<String> texts(PutRecordsRequestEntry entry) {
        List<String> texts = new ArrayList<>();
        HashKey destination = destination(entry);
        takenApart(entry, destination, destination).forEach(record -> texts.add(text(record)));
        return texts;
    }

    static String text(KinesisClientRecord record) {
        return UTF_8.decode(record.data().duplicate()).toString();
    }
}
