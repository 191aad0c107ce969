package io.tillstream.consumers.decode;

import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineForm;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/**
 * Decodes records that KCL has already taken out of their aggregates. Never throws for what they hold. Not safe for use
 * by several threads.
 */
public final class RecordDecoder {

    private final LineForm form;
    private String sequenceNumber = "0";
    private BigInteger sequence = BigInteger.ZERO;

    /** @param form of the lines in the stream */
    public RecordDecoder(LineForm form) {
        this.form = form;
    }

    public DecodedRecord decode(KinesisClientRecord kinesisRecord) {
        Position position = new Position(sequenceOf(kinesisRecord), kinesisRecord.subSequenceNumber());
        Instant arrival = kinesisRecord.approximateArrivalTimestamp();
        byte[] bytes = bytesOf(kinesisRecord.data());
        return switch (form.decode(bytes)) {
            case Decoded.Line decoded ->
                new DecodedRecord.Line(new StreamLine(position, arrival, decoded.line(), bytes));
            case Decoded.Undecodable undecodable ->
                new DecodedRecord.Undecodable(position, arrival, bytes, undecodable.reason());
        };
    }

    /** One for all lines of an aggregate, of which there may be a million in memory. */
    private BigInteger sequenceOf(KinesisClientRecord kinesisRecord) {
        if (!sequenceNumber.equals(kinesisRecord.sequenceNumber())) {
            sequenceNumber = kinesisRecord.sequenceNumber();
            sequence = new BigInteger(sequenceNumber);
        }
        return sequence;
    }

    private static byte[] bytesOf(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        return bytes;
    }
}
