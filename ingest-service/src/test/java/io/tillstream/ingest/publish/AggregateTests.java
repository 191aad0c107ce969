package io.tillstream.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

final class AggregateTests {

    private static final PublishRequest NOBODY = new PublishRequest(1, 0);

    @Property(tries = 300)
    void isTakenApartByKclInOrderAndWholeHoweverNarrowItsShard(
            @ForAll("lines") List<EncodedLine> lines, @ForAll long below, @ForAll long above) {
        PutRecordsRequestEntry entry = entry(lines);
        HashKey destination = Lines.destination(entry);
        List<HashKey> firsts = List.of(destination, HashKey.LEAST, between(HashKey.LEAST, destination, below));
        List<HashKey> lasts = List.of(destination, HashKey.MOST, between(destination, HashKey.MOST, above));
        for (HashKey first : firsts) {
            for (HashKey last : lasts) {
                assertThat(Lines.takenApart(entry, first, last))
                        .extracting(KinesisClientRecord::partitionKey, Lines::text)
                        .isEqualTo(lines.stream()
                                .map(line -> tuple(line.partitionKey(), new String(line.bytes(), UTF_8)))
                                .toList());
            }
        }
    }

    @Property(tries = 200)
    void goesWhereOneOfItsInvoicesHashesTo(@ForAll("lines") List<EncodedLine> lines) {
        assertThat(lines.stream().map(line -> Lines.hash(line.partitionKey())))
                .contains(Lines.destination(entry(lines)));
    }

    @Property(tries = 200)
    void isNoLargerThanItWasCounted(@ForAll("lines") List<EncodedLine> lines) {
        List<PendingLine> pending =
                lines.stream().map(line -> Lines.pending(line, NOBODY)).toList();
        for (LineGroup group : new LinePacker(400, 10, 10_000, true).pack(Lines.waiting(pending))) {
            assertThat((long) group.entry().data().asByteArrayUnsafe().length).isLessThanOrEqualTo(group.bytes());
        }
    }

    @Test
    void countsItsRecordsAsKclDoes() {
        List<EncodedLine> lines = IntStream.range(0, 300)
                .mapToObj(i -> Lines.line("" + i % 200, "line " + i))
                .toList();
        PutRecordsRequestEntry entry = entry(lines);
        List<KinesisClientRecord> records = Lines.takenApart(entry, HashKey.LEAST, HashKey.MOST);
        assertThat(records)
                .extracting(KinesisClientRecord::subSequenceNumber)
                .isEqualTo(IntStream.range(0, 300).mapToObj(i -> (long) i).toList());
        assertThat(records)
                .allSatisfy(record -> assertThat(record.explicitHashKey())
                        .isEqualTo(Lines.destination(entry).toString()));
    }

    @Test
    void leavesASingleLineAsItIs() {
        PutRecordsRequestEntry entry = entry(List.of(Lines.line("536365", "{\"v\":1}")));
        assertThat(entry.data().asUtf8String()).isEqualTo("{\"v\":1}");
        assertThat(entry.partitionKey()).isEqualTo("536365");
        assertThat(entry.explicitHashKey()).isNull();
    }

    @Provide
    Arbitrary<List<EncodedLine>> lines() {
        Arbitrary<String> invoices =
                Arbitraries.strings().withCharRange('0', '9').ofMinLength(1).ofMaxLength(3);
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(200);
        return Combinators.combine(invoices, texts)
                .as(Lines::line)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static PutRecordsRequestEntry entry(List<EncodedLine> lines) {
        List<PendingLine> pending = new ArrayList<>();
        lines.forEach(line -> pending.add(Lines.pending(line, NOBODY)));
        return new LineGroup(pending, 0).entry();
    }

    private static HashKey between(HashKey first, HashKey last, long random) {
        BigInteger from = new BigInteger(first.toString());
        BigInteger width = new BigInteger(last.toString()).subtract(from).add(BigInteger.ONE);
        BigInteger spread = BigInteger.valueOf(random)
                .abs()
                .shiftLeft(64)
                .add(BigInteger.valueOf(random).abs());
        return HashKey.parse(from.add(spread.mod(width)).toString());
    }
}
