package io.tillstream.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.Lines;
import io.tillstream.model.SampleLines;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

final class WarehouseFormTests {

    private static final Instant RECEIVED = Instant.parse("2026-01-31T23:59:59.007Z");

    private final LineForm form = TransactionColumns.WAREHOUSE;

    @Test
    void writesEveryColumnAsInTheGoldenFile() throws IOException {
        LineContent content = new LineContent(
                new InvoiceNumber("C536379"),
                new StockCode("gift_0001_20"),
                "Gift Voucher £20.00 \"x\\y\"",
                -3,
                LocalDateTime.parse("2010-12-01T09:41"),
                new BigDecimal("16.6667"),
                new CustomerId("14527"),
                "EIRE",
                new StoreId("soho"));
        Attributes derived = new Attributes(Map.of(
                "vat", new AttributeValue.Numeral(new BigDecimal("2.550")),
                "bulk", new AttributeValue.Flag(false),
                "rank", AttributeValue.Numeral.of(1_000),
                "season", new AttributeValue.Text("Christmas \"2010\"")));
        assertGolden("sales-line.json", new TransactionLine(content, new LineId("7f#3-1"), RECEIVED, derived));
    }

    @Test
    void leavesOutWhatIsAbsentAndWritesTheLargestMoneyExactly() throws IOException {
        LineContent content = new LineContent(
                new InvoiceNumber("A563186"),
                new StockCode("B"),
                null,
                Long.MIN_VALUE,
                LocalDateTime.parse("2011-08-12T14:51:07"),
                new BigDecimal("99999999999999.9999"),
                null,
                "United Kingdom",
                null);
        assertGolden("sales-line-of-a-guest.json", new TransactionLine(content, new LineId("1"), RECEIVED));
    }

    @Test
    void writesWhatVoidsALine() {
        TransactionLine line = SampleLines.ofShop(SampleLines.line("536365", "85123A", "a"), "soho");
        Instant at = Instant.parse("2026-02-01T10:00:00.500Z");
        assertThat(new String(form.encode(TransactionLine.voiding(line.key(), "typed twice", "desk", at)), UTF_8))
                .isEqualTo("{\"invoice_no\":\"536365\",\"stock_code\":\"85123A\",\"line_id\":\"a\","
                        + "\"description\":\"typed twice\",\"quantity\":0,\"invoice_date\":\"2026-02-01 10:00:00\","
                        + "\"unit_price\":0.00,\"line_total\":0.00,\"country\":\"-\",\"kind\":\"VOID\","
                        + "\"store_id\":\"soho\",\"received_at\":\"2026-02-01 10:00:00.500+00\","
                        + "\"attributes\":{\"voidedBy\":\"desk\"}}");
    }

    @Property(tries = 500)
    void carriesIdentityAndMoneyUnchangedOnOneLine(@ForAll("lines") TransactionLine line) {
        byte[] json = form.encode(line);
        Map<String, String> row = scalars(json);
        assertThat(new String(json, UTF_8)).doesNotContain("\n", "\r");
        assertThat(row)
                .containsEntry("invoice_no", line.invoiceNo().value())
                .containsEntry("stock_code", line.stockCode().value())
                .containsEntry("line_id", line.lineId().value())
                .containsEntry("quantity", Long.toString(line.quantity()))
                .containsEntry("unit_price", line.unitPrice().toPlainString())
                .containsEntry("line_total", line.lineTotal().toPlainString());
    }

    @Property(tries = 500)
    void readsWhatItWrote(@ForAll("lines") TransactionLine line) {
        assertThat(form.decode(form.encode(line))).isEqualTo(new Decoded.Line(line));
    }

    @Test
    void takesALineOfAnEarlierVersionThatDoesNotSayWhenItWasReceived() {
        TransactionLine line = SampleLines.line("536365", "85123A", "a");
        String json = new String(form.encode(line), UTF_8);
        String earlier = json.replaceFirst(",\"received_at\":\"[^\"]*\"", "");
        assertThat(earlier).isNotEqualTo(json);
        assertThat(form.decode(earlier.getBytes(UTF_8)))
                .isEqualTo(new Decoded.Line(new TransactionLine(line.content(), line.lineId(), Instant.EPOCH)));
    }

    @Test
    void tellsATotalThatIsNotWhatQuantityAndPriceMake() {
        String json = new String(form.encode(SampleLines.line("536365", "85123A", "a")), UTF_8);
        assertThat(form.decode(json.replace("15.30", "15.31").getBytes(UTF_8)))
                .isEqualTo(new Decoded.Undecodable("line_total is not quantity times unit_price"));
        assertThat(form.decode(json.replace("\"line_id\":\"a\",", "").getBytes(UTF_8)))
                .isEqualTo(new Decoded.Undecodable("lineId is missing"));
    }

    @Provide
    Arbitrary<TransactionLine> lines() {
        return Lines.lines();
    }

    private void assertGolden(String file, TransactionLine line) throws IOException {
        try (InputStream in = Objects.requireNonNull(WarehouseFormTests.class.getResourceAsStream(file))) {
            assertThat(new String(form.encode(line), UTF_8)).isEqualTo(new String(in.readAllBytes(), UTF_8).strip());
        }
    }

    private static Map<String, String> scalars(byte[] bytes) {
        Map<String, String> row = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    row.put(name, json.getString());
                } else {
                    json.skipChildren();
                }
            }
        }
        return row;
    }
}
