package io.tillstream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTests {

    @ParameterizedTest
    @ValueSource(strings = {"", " 536365", "536 365", "536365.0", "№1", "a/b"})
    void refusesInvoiceNumbersOfOtherCharacters(String value) {
        assertThatThrownBy(() -> new InvoiceNumber(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsCharactersNotCodeUnits() {
        String astral = "\uD83D\uDED2".repeat(64);
        assertThat(new StockCode(astral).value()).isEqualTo(astral);
        assertThatThrownBy(() -> new StockCode(astral + "x")).hasMessageContaining("TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\uD83D", "\uDED2a", "a\u0085b"})
    void refusesControlCharactersAndHalvesOfSurrogates(String value) {
        assertThatThrownBy(() -> new StockCode(value)).hasMessageContaining("BAD_CHARACTERS");
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a\u00A0", "\uFEFFa", "a\u2009"})
    void refusesOuterBlanksOfAnyKind(String value) {
        assertThatThrownBy(() -> new StockCode(value)).hasMessageContaining("OUTER_BLANKS");
    }

    @Test
    void showsNoCustomerData() {
        TransactionLine line = Lines.line(Lines.heartHolder());
        assertThat(line.toString()).doesNotContain("17850").contains("536365", "85123A");
        assertThat(line.content().toString()).doesNotContain("17850");
        assertThat(line.customerId().toString()).doesNotContain("17850");
    }

    @ParameterizedTest
    @CsvSource({"536365,SALE", "C536379,CANCELLATION", "A563185,ADJUSTMENT", "c0ffee,SALE", "536365C,SALE"})
    void tellsTheKindByTheCapitalPrefix(String invoiceNo, LineKind kind) {
        assertThat(LineKind.of(new InvoiceNumber(invoiceNo))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"2.55,2.55", "2.5,2.50", "3,3.00", "1e2,100.00", "0.001,0.001", "2.5500,2.55", "0,0.00", "-0.10,-0.10"})
    void keepsPricesInOneForm(String given, String kept) {
        assertThat(priced(given).unitPrice()).isEqualTo(new BigDecimal(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00001", "100000000000000", "1e999999999", "1e-999999999", "100e2147483646"})
    void refusesPricesBeyondTheWarehouse(String price) {
        assertThatThrownBy(() -> priced(price)).hasMessageContaining("UnitPrice");
    }

    @Test
    void multipliesExactly() {
        assertThat(Lines.line(Lines.heartHolder()).lineTotal()).isEqualTo(new BigDecimal("15.30"));
    }

    @Test
    void fitsTheLargestTotalInto38Digits() {
        LineContent most = content(Long.MIN_VALUE, new BigDecimal("99999999999999.9999"));
        assertThat(Lines.line(most).lineTotal().precision()).isLessThanOrEqualTo(38);
    }

    @Test
    void cutsTimesToTheirPrecision() {
        LineContent content = Lines.heartHolder();
        TransactionLine line =
                new TransactionLine(content, new LineId("1"), Instant.parse("2026-01-01T00:00:00.1239Z"));
        assertThat(line.receivedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00.123Z"));
        assertThatThrownBy(() -> new TransactionLine(content, new LineId("1"), Instant.MAX))
                .hasMessageContaining("receivedAt");
    }

    private static LineContent priced(String price) {
        return content(1, new BigDecimal(price));
    }

    private static LineContent content(long quantity, BigDecimal price) {
        LineContent base = Lines.heartHolder();
        return new LineContent(
                base.invoiceNo(),
                base.stockCode(),
                null,
                quantity,
                LocalDateTime.parse("2010-12-01T08:26:00.5"),
                price,
                null,
                base.country(),
                null);
    }

    @Test
    void keepsTheNumbersOfAttributesInOneForm() {
        assertThat(numeral("2.50")).isEqualTo(numeral("2.5"));
        assertThat(numeral("1e3")).isEqualTo(AttributeValue.Numeral.of(1_000));
        assertThat(numeral("0e999999").value()).isEqualTo(BigDecimal.ZERO);
        assertThat(numeral("9".repeat(38)).value().precision()).isEqualTo(38);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e38", "1e-39", "1e999999999", "123456789012345678901234567890.123456789"})
    void refusesNumbersThatNoStoreKeepsExactly(String number) {
        assertThatThrownBy(() -> numeral(number)).hasMessageContaining("38 digits");
    }

    @Test
    void hidesTheValuesOfAttributes() {
        Attributes attributes =
                new Attributes(Map.of("customer", new AttributeValue.Text("17850"), "id", numeral("17850")));
        assertThat(attributes.toString()).contains("customer", "id").doesNotContain("17850");
        assertThat(attributes.values().values().toString()).doesNotContain("17850");
    }

    @Test
    void boundsTheNumberOfAttributes() {
        Map<String, AttributeValue> many = new HashMap<>();
        IntStream.range(0, Attributes.MAX_COUNT + 1).forEach(i -> many.put("a" + i, AttributeValue.Numeral.of(i)));
        assertThatThrownBy(() -> new Attributes(many)).hasMessageContaining("more than 20");
    }

    @Test
    void identifiesALineWithoutItsAttributes() {
        TransactionLine line = Lines.line(Lines.heartHolder());
        TransactionLine enriched = new TransactionLine(
                line.content(),
                line.lineId(),
                line.receivedAt(),
                new Attributes(Map.of("bulk", new AttributeValue.Flag(true))));
        assertThat(enriched.key()).isEqualTo(line.key());
        assertThat(enriched).isNotEqualTo(line);
    }

    private static AttributeValue.Numeral numeral(String value) {
        return new AttributeValue.Numeral(new BigDecimal(value));
    }
}
