package io.tillstream.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.Lines;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LineCodecTests {

    private final LineCodec codec = new LineCodec();

    @Test
    void writesASaleAsInTheGoldenFile() throws IOException {
        assertGolden("sale.json", Lines.heartHolder());
    }

    @Test
    void leavesOutAbsentFields() throws IOException {
        LineContent adjustment = new LineContent(
                new InvoiceNumber("A563186"),
                new StockCode("B"),
                null,
                1,
                LocalDateTime.parse("2011-08-12T14:51"),
                new BigDecimal("-11062.06"),
                null,
                "United Kingdom",
                null);
        assertGolden("adjustment.json", adjustment);
    }

    @Test
    void writesTheLargestMoneyExactly() throws IOException {
        LineContent cancellation = new LineContent(
                new InvoiceNumber("C1"),
                new StockCode("gift_0001_10"),
                "Dotcomgiftshop Gift Voucher £10.00 \"x\\y\"",
                Long.MIN_VALUE,
                LocalDateTime.parse("2011-12-09T12:50:07"),
                new BigDecimal("99999999999999.9999"),
                new CustomerId("17850"),
                "EIRE",
                new StoreId("soho"));
        assertGolden("cancellation.json", cancellation);
    }

    @Test
    void writesDerivedFieldsInTheOrderOfTheirNames() throws IOException {
        Map<String, AttributeValue> values = Map.of(
                "vat", new AttributeValue.Numeral(new BigDecimal("2.550")),
                "bulk", new AttributeValue.Flag(false),
                "rank", AttributeValue.Numeral.of(1_000),
                "season", new AttributeValue.Text("Christmas \"2010\""));
        TransactionLine plain = Lines.line(Lines.heartHolder());
        assertGolden(
                "enriched.json",
                new TransactionLine(plain.content(), plain.lineId(), plain.receivedAt(), new Attributes(values)));
    }

    @Test
    void writesAVoidInAVersionOfItsOwn() throws IOException {
        TransactionLine line = Lines.line(Lines.heartHolder());
        Instant at = Instant.parse("2026-02-01T10:00:00.500Z");
        assertGolden("void.json", TransactionLine.voiding(line.key(), "typed twice", "desk", at));
        String json = new String(codec.encode(TransactionLine.voiding(line.key(), "x", "desk", at)), UTF_8);
        for (String other : List.of(json.replace("\"v\":2", "\"v\":1"), json.replace("VOID", "SALE"))) {
            assertThat(codec.decode(other.getBytes(UTF_8))).isInstanceOf(Decoded.Undecodable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "[]",
                "{\"a\":[1]}",
                "{\"a\":{\"b\":1}}",
                "{\"a\":null}",
                "{\"a\":\"\"}",
                "{\"a\":1e999999999}",
                "{\"a\":1234567890123456789012345678901234567890}",
                "{\"A\":1}",
                "{\"a b\":1}",
                "{\"\":1}",
                "{\"a1234567890123456789012345678901234567890\":1}"
            })
    void refusesMalformedDerivedFields(String attributes) {
        String json = new String(codec.encode(Lines.line(Lines.heartHolder())), UTF_8)
                .replace("\"v\":1", "\"v\":1,\"attributes\":" + attributes);
        assertThat(codec.decode(json.getBytes(UTF_8))).isInstanceOf(Decoded.Undecodable.class);
    }

    @Property(tries = 1_000)
    void decodesWhatItEncodes(@ForAll("lines") TransactionLine line) {
        assertThat(codec.decode(codec.encode(line))).isEqualTo(new Decoded.Line(line));
    }

    @Property(tries = 1_000)
    void neverThrowsForArbitraryBytes(@ForAll byte[] bytes) {
        assertThat(codec.decode(bytes)).isInstanceOf(Decoded.Undecodable.class);
    }

    @Property(tries = 1_000)
    void neverThrowsForDamagedLines(@ForAll int place, @ForAll byte damage) {
        byte[] bytes = codec.encode(Lines.line(Lines.heartHolder()));
        bytes[Math.floorMod(place, bytes.length)] = damage;
        assertThat(codec.decode(bytes)).isNotNull();
    }

    @Test
    void decodesBuffersWithoutMovingThem() {
        TransactionLine line = Lines.line(Lines.heartHolder());
        byte[] bytes = codec.encode(line);
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length + 1)
                .put((byte) 'x')
                .put(bytes)
                .flip()
                .position(1);
        ByteBuffer heap = ByteBuffer.allocate(bytes.length + 1)
                .put((byte) 'x')
                .put(bytes)
                .flip()
                .position(1);
        for (ByteBuffer buffer : new ByteBuffer[] {direct, heap, heap.slice(), heap.asReadOnlyBuffer()}) {
            int position = buffer.position();
            assertThat(codec.decode(buffer)).isEqualTo(new Decoded.Line(line));
            assertThat(buffer.position()).isEqualTo(position);
        }
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        TransactionLine line = Lines.line(Lines.heartHolder());
        String json = new String(codec.encode(line), UTF_8)
                .replace("\"v\":1", "\"new\":{\"a\":[1]},\"v\":1,\"storeId\":null");
        assertThat(codec.decode(json.getBytes(UTF_8))).isEqualTo(new Decoded.Line(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"v\":1|\"v\":2",
                "\"v\":1|\"w\":1",
                "\"quantity\":6|\"quantity\":\"6\"",
                "\"quantity\":6|\"quantity\":6.5e40",
                "\"unitPrice\":2.55|\"unitPrice\":1e999999999",
                "\"unitPrice\":2.55|\"unitPrice\":2.55555",
                "\"country\":\"United Kingdom\"|\"country\":7",
                "2010-12-01T08:26:00|2010-13-01T08:26:00",
                "\"invoiceNo\":\"536365\",|''",
                "536365|536 365",
                "}|}}",
                "}|''",
            })
    void saysWhyItCannotDecode(String part, String replacement) {
        String json = new String(codec.encode(Lines.line(Lines.heartHolder())), UTF_8).replace(part, replacement);
        Decoded decoded = codec.decode(json.getBytes(UTF_8));
        assertThat(decoded).isInstanceOf(Decoded.Undecodable.class);
        assertThat(((Decoded.Undecodable) decoded).reason()).isNotBlank().doesNotContain("17850", "536 365");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "1", "{}", "{\"v\":1}"})
    void refusesOtherJson(String json) {
        assertThat(codec.decode(json.getBytes(UTF_8))).isInstanceOf(Decoded.Undecodable.class);
    }

    @Provide
    Arbitrary<TransactionLine> lines() {
        return Lines.lines();
    }

    private void assertGolden(String file, LineContent content) throws IOException {
        assertGolden(file, Lines.line(content));
    }

    private void assertGolden(String file, TransactionLine line) throws IOException {
        String golden = read(file).strip();
        assertThat(new String(codec.encode(line), UTF_8)).isEqualTo(golden);
        assertThat(codec.decode(golden.getBytes(UTF_8))).isEqualTo(new Decoded.Line(line));
    }

    private static String read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(LineCodecTests.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
