package io.tillstream.consumers.shard;

import io.tillstream.model.SampleLines;
import io.tillstream.model.codec.LineCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** What KCL would pass. */
final class SampleRecords {

    static final String SHARD = "shardId-000000000000";
    static final Instant ARRIVAL = Instant.parse("2026-03-01T12:34:56Z");

    private SampleRecords() {}

    static InitializationInput initialization() {
        return InitializationInput.builder().shardId(SHARD).build();
    }

    static ProcessRecordsInput input(RecordProcessorCheckpointer checkpointer, KinesisClientRecord... records) {
        return ProcessRecordsInput.builder()
                .records(List.of(records))
                .checkpointer(checkpointer)
                .millisBehindLatest(0L)
                .build();
    }

    static KinesisClientRecord line(long sequence) {
        byte[] wire = new LineCodec().encode(SampleLines.line("536365", "85123A", Long.toString(sequence)));
        return kinesisRecord(sequence, new String(wire, StandardCharsets.UTF_8));
    }

    static KinesisClientRecord kinesisRecord(long sequence, String data) {
        return KinesisClientRecord.builder()
                .sequenceNumber(Long.toString(sequence))
                .approximateArrivalTimestamp(ARRIVAL)
                .data(ByteBuffer.wrap(data.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
