package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tillstream.model.CustomerId;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.Lines;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.LineIdentity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TransactionValidatorTests {

    private static final Instant NOW = Instant.parse("2026-01-31T23:59:59.007Z");

    @Test
    void acceptsTheFirstRowOfTheDataSet() {
        assertThat(accepted(Rows.first()).content()).isEqualTo(Lines.heartHolder());
    }

    @Test
    void acceptsTheNamesOfOnlineRetailTwo() {
        Rows rows = Rows.first().without("InvoiceNo").without("UnitPrice").without("CustomerID");
        rows.with("\uFEFFInvoice", "536365").with("Price", "2.55").with("Customer ID", "17850.0");
        assertThat(accepted(rows).content()).isEqualTo(Lines.heartHolder());
    }

    @Test
    void acceptsCamelCaseTwins() {
        List<String> names = List.of(
                "invoiceNo",
                "stockCode",
                "description",
                "quantity",
                "invoiceDate",
                "unitPrice",
                "customerId",
                "country",
                "lineId",
                "storeId");
        List<String> values = List.of(
                "536365", "85123A", "", "6", "2010-12-01 08:26", "2.55", "", "United Kingdom", "till-7-1", "soho");
        TransactionLine line = accepted(RawRow.ofText(names, values));
        assertThat(line.lineId()).isEqualTo(new LineId("till-7-1"));
        assertThat(line.storeId()).contains(new StoreId("soho"));
        assertThat(line.description()).isEmpty();
        assertThat(line.customerId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17850", "17850.0", " 17850 ", "17850.00"})
    void readsOneCustomerInEverySpelling(String customer) {
        assertThat(accepted(Rows.first().with("CustomerID", customer)).customerId())
                .contains(new CustomerId("17850"));
    }

    @ParameterizedTest
    @CsvSource({"InvoiceNo,536365", "InvoiceNo,536365.0", "CustomerID,17850", "CustomerID,1.785e4", "Quantity,6.0"})
    void acceptsNumbersWhereTheyAreWhole(String field, String number) {
        assertThat(accepted(Rows.first().withNumber(field, number)).content()).isEqualTo(Lines.heartHolder());
    }

    @ParameterizedTest
    @CsvSource({"6,6", "6.0,6", "-80995,-80995", "+6,6", "6e0,6", "9223372036854775807,9223372036854775807"})
    void readsWholeNumbers(String written, long quantity) {
        assertThat(accepted(Rows.first().with("Quantity", written)).quantity()).isEqualTo(quantity);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5499999999999998,2.55", "0.30000000000000004,0.30", "38970.000000000007,38970.00", "1e2,100.00",
                "-11062.06,-11062.06",
        "5.551115123125783E-17,0.00", "0.001,0.001", "2.5500000,2.55", ".5,0.50", "0e999999999,0.00"
    })
    void readsPrices(String written, BigDecimal price) {
        assertThat(accepted(Rows.first().with("UnitPrice", written)).unitPrice())
                .isEqualTo(price);
        if (!written.startsWith(".")) {
            assertThat(accepted(Rows.first().withNumber("UnitPrice", written)).unitPrice())
                    .isEqualTo(price);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "InvoiceNo|536 365|bad_characters",
                "InvoiceNo|''|missing",
                "StockCode|' '|missing",
                "Quantity|''|missing",
                "Quantity|six|not_a_whole_number",
                "Quantity|6.5|not_a_whole_number",
                "Quantity|1,000|not_a_whole_number",
                "Quantity|1e-999999999|not_a_whole_number",
                "Quantity|9223372036854775808|out_of_range",
                "Quantity|1e999999999|out_of_range",
                "Quantity|٦|not_a_whole_number",
                "UnitPrice|£2.55|not_a_number",
                "UnitPrice|NaN|missing",
                "UnitPrice|1e99999999999|not_a_number",
                "UnitPrice|1e999999999|out_of_range",
                "UnitPrice|100000000000000|out_of_range",
                "UnitPrice|1.2345678901234e-999999999|too_many_decimals",
                "UnitPrice|2.55555|too_many_decimals",
                "UnitPrice|2.5555511111111111|too_many_decimals",
                "InvoiceDate|2/30/2011 8:26|bad_date",
                "InvoiceDate|13/1/2010 8:26|bad_date",
                "Country|''|missing",
            })
    void rejectsFaultyValuesWithAStableCode(String field, String value, String code) {
        assertThat(errors(Rows.first().with(field, value)))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple(field, code));
    }

    @Test
    void rejectsWhatIsTooLong() {
        assertThat(codes(Rows.first().with("InvoiceNo", "1".repeat(65)))).containsExactly("InvoiceNo too_long");
        assertThat(codes(Rows.first().with("Description", "x".repeat(1_001)))).containsExactly("Description too_long");
        assertThat(codes(Rows.first().with("LineId", "x".repeat(65)))).containsExactly("LineId too_long");
    }

    @Test
    void listsEveryFaultyFieldOnce() {
        Rows rows = Rows.first()
                .without("StockCode")
                .with("Quantity", RawValue.Other.TRUE)
                .with("CustomerID", RawValue.Other.NESTED)
                .with("Country", RawValue.Other.NULL)
                .with("price", "2.55")
                .with("Colour", "red");
        assertThat(codes(rows))
                .containsExactlyInAnyOrder(
                        "StockCode missing",
                        "Quantity wrong_type",
                        "CustomerID wrong_type",
                        "Country missing",
                        "UnitPrice duplicate_field",
                        "Colour unknown_field");
    }

    @Test
    void saysWhatToSendInstead() {
        FieldError error =
                errors(Rows.first().with("Quantity", "six\n" + "x".repeat(100))).get(0);
        assertThat(error.message())
                .startsWith("\"six\uFFFDxxx")
                .contains("…\" is not a whole number; send a whole number");
        assertThat(error.message().length()).isLessThan(150);
        assertThat(error.toString()).doesNotContain("six");
    }

    @Test
    void turnsBreaksWithinADescriptionIntoBlanks() {
        LineContent content = accepted(Rows.first().with("Description", "\tRED\r\nLAMP\tBIG \u00A0"))
                .content();
        assertThat(content.description()).isEqualTo("RED LAMP BIG");
        assertThat(codes(Rows.first().with("Description", "a\u0000b"))).containsExactly("Description bad_characters");
        assertThat(codes(Rows.first().with("StockCode", "a\tb"))).containsExactly("StockCode bad_characters");
        assertThat(codes(Rows.first().with("StockCode", "a\uD83D"))).containsExactly("StockCode bad_characters");
    }

    @Test
    void rejectsARecordWithMoreValuesThanNames() {
        assertThat(errors(RawRow.ofText(List.of("InvoiceNo"), List.of("1", "2"))))
                .extracting(FieldError::code)
                .containsExactly("wrong_number_of_values");
    }

    private static TransactionLine accepted(Rows rows) {
        return accepted(rows.row());
    }

    private static TransactionLine accepted(RawRow row) {
        return (TransactionLine) Results.accepted(validate(row));
    }

    private static List<FieldError> errors(Rows rows) {
        return errors(rows.row());
    }

    private static List<FieldError> errors(RawRow row) {
        return Results.errors(validate(row));
    }

    private static List<String> codes(Rows rows) {
        return Results.codes(validate(rows.row()));
    }

    private static RowResult validate(RawRow row) {
        return new TransactionValidator(RowSettings.USUAL)
                .validate(row, 0, LineIdentity.fromIdempotencyKey("till", "test"), NOW);
    }
}
