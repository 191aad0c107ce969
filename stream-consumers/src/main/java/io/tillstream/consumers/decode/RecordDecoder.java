package io.tillstream.consumers.decode;

import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** Decodes records that KCL has already taken out of their aggregates. Never throws for what they hold. */
public final class RecordDecoder {

    private final LineCodec codec = new LineCodec();

    public DecodedRecord decode(KinesisClientRecord kinesisRecord) {
        Position position = Position.of(kinesisRecord.sequenceNumber(), kinesisRecord.subSequenceNumber());
        Instant arrival = kinesisRecord.approximateArrivalTimestamp();
        byte[] bytes = bytesOf(kinesisRecord.data());
        return switch (codec.decode(bytes)) {
            case Decoded.Line decoded ->
                new DecodedRecord.Legible(new StreamLine(position, arrival, decoded.line(), bytes));
            case Decoded.Undecodable poison -> new DecodedRecord.Poison(position, arrival, bytes, poison.reason());
        };
    }

    private static byte[] bytesOf(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        return bytes;
    }
}
