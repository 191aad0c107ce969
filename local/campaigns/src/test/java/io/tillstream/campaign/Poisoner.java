package io.tillstream.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;

/** Puts records straight into a stream of which no sink can make a line. */
final class Poisoner {

    private static final String MALFORMED = "JSON";

    private final KinesisClient kinesis;
    private final Flow flow;
    private final Ledger ledger;
    private final SplittableRandom random;
    private int count;

    Poisoner(KinesisClient kinesis, Flow flow, long seed) {
        this.kinesis = kinesis;
        this.flow = flow;
        this.ledger = flow.ledger();
        this.random = new SplittableRandom(seed);
    }

    /** By one thread at a time. */
    void put() {
        String mark = "poison-" + ++count;
        switch (random.nextInt(5)) {
            case 0 -> putAlone("garbage", garbage(mark), MALFORMED);
            case 1 -> putAlone("wrong version", ("{\"v\":7,\"mark\":\"" + mark + "\"}").getBytes(UTF_8), "version");
            case 2 -> putAlone("truncated", truncated(mark), MALFORMED);
            case 3 -> putAlone("damaged aggregate", damagedAggregate(mark), MALFORMED);
            default -> putAmongRows(truncated(mark));
        }
    }

    private void putAlone(String kind, byte[] bytes, String reason) {
        String partitionKey = "poison-" + count;
        try {
            ledger.acknowledge(Poison.of(kind, bytes, reason, place(put(partitionKey, bytes), 0)));
        } catch (SdkException unanswered) {
            ledger.leaveUnanswered(Poison.of(kind, bytes, reason, ""));
        }
    }

    /** A bad record of a good aggregate: the others of it count. */
    private void putAmongRows(byte[] bad) {
        List<? extends Row> rows = flow.rows().together(2);
        String partitionKey = rows.getFirst().partitionKey();
        byte[] aggregate = KplAggregate.of(partitionKey, List.of(Json.wire(rows.get(0)), bad, Json.wire(rows.get(1))));
        ledger.rowsSent.add(rows.size());
        try {
            String place = place(put(partitionKey, aggregate), 1);
            rows.forEach(ledger::acknowledge);
            ledger.acknowledge(Poison.of("in an aggregate", bad, MALFORMED, place));
        } catch (SdkException unanswered) {
            rows.forEach(ledger::leaveUnanswered);
            ledger.leaveUnanswered(Poison.of("in an aggregate", bad, MALFORMED, ""));
        }
    }

    private PutRecordResponse put(String partitionKey, byte[] bytes) {
        return kinesis.putRecord(record -> record.streamName(flow.traffic().feed())
                .partitionKey(partitionKey)
                .data(SdkBytes.fromByteArray(bytes)));
    }

    private static String place(PutRecordResponse put, int within) {
        return put.shardId() + "-" + put.sequenceNumber() + "." + within;
    }

    private byte[] garbage(String mark) {
        byte[] bytes = new byte[random.nextInt(1, 300)];
        random.nextBytes(bytes);
        byte[] marked = Arrays.copyOf(mark.getBytes(UTF_8), mark.length() + bytes.length);
        System.arraycopy(bytes, 0, marked, mark.length(), bytes.length);
        return marked;
    }

    private static byte[] truncated(String mark) {
        return ("{\"v\":1,\"mark\":\"" + mark + "\",\"storeId\":\"2263").getBytes(UTF_8);
    }

    private static byte[] damagedAggregate(String mark) {
        byte[] aggregate = KplAggregate.of(mark, List.of(mark.getBytes(UTF_8)));
        aggregate[aggregate.length - 1] ^= 1;
        return aggregate;
    }
}
