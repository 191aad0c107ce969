package io.tillstream.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

final class AggregateTests {

    @Property(tries = 200)
    void isTakenApartByKclInOrderAndWhole(
            @ForAll @AlphaChars @StringLength(min = 1, max = 64) String key,
            @ForAll @Size(min = 1, max = 30) List<byte[]> lines) {
        List<KinesisClientRecord> records = takenApart(key, Aggregate.of(key, lines));
        assertThat(records).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(bytesOf(records.get(i))).isEqualTo(lines.get(i));
            assertThat(records.get(i).partitionKey()).isEqualTo(key);
            assertThat(records.get(i).subSequenceNumber()).isEqualTo(i);
        }
    }

    @Test
    void keepsWithinTheSizeOfARecord() {
        List<EncodedLine> lines = IntStream.range(0, 5_000)
                .mapToObj(i -> new EncodedLine("573585", ("line " + i + " ".repeat(i % 400)).getBytes(UTF_8)))
                .toList();
        Queue<StreamEntry> entries =
                new Aggregator(50_000).pack(lines).iterator().next();
        assertThat(entries)
                .hasSizeGreaterThan(10)
                .allSatisfy(entry -> assertThat(entry.size()).isLessThan(50_200));
        List<String> texts = new ArrayList<>();
        for (StreamEntry entry : entries) {
            takenApart("573585", entry.data().asByteArray()).forEach(one -> texts.add(new String(bytesOf(one), UTF_8)));
        }
        assertThat(texts)
                .isEqualTo(lines.stream()
                        .map(line -> new String(line.bytes(), UTF_8))
                        .toList());
    }

    @Test
    void leavesASingleLineAsItIs() {
        byte[] line = "{\"v\":1}".getBytes(UTF_8);
        StreamEntry entry = new Aggregator(50_000)
                .pack(List.of(new EncodedLine("536365", line)))
                .iterator()
                .next()
                .element();
        assertThat(entry.data().asByteArray()).isEqualTo(line);
    }

    @Test
    void neverMixesPartitionKeys() {
        List<EncodedLine> lines = IntStream.range(0, 100)
                .mapToObj(i -> new EncodedLine("" + i % 7, ("" + i).getBytes(UTF_8)))
                .toList();
        assertThat(new Aggregator(50_000).pack(lines))
                .hasSize(7)
                .allSatisfy(entries -> assertThat(entries).hasSize(1));
    }

    /** As KCL does on a shard that holds no other hash than that of the key. */
    private static List<KinesisClientRecord> takenApart(String key, byte[] data) {
        KinesisClientRecord record = KinesisClientRecord.builder()
                .partitionKey(key)
                .sequenceNumber("1")
                .data(ByteBuffer.wrap(data))
                .build();
        String hash = new BigInteger(1, md5(key)).toString();
        return new AggregatorUtil().deaggregate(List.of(record), hash, hash);
    }

    private static byte[] bytesOf(KinesisClientRecord record) {
        byte[] bytes = new byte[record.data().remaining()];
        record.data().duplicate().get(bytes);
        return bytes;
    }

    private static byte[] md5(String key) {
        try {
            return MessageDigest.getInstance("MD5").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
