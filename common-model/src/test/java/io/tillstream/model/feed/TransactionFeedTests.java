package io.tillstream.model.feed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.CustomerId;
import io.tillstream.model.FeedLine;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.SampleLines;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import io.tillstream.model.row.Rows;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TransactionFeedTests implements FeedContract {

    private static final TransactionLine LINE = SampleLines.line("536365", "85123A", "a");

    @Override
    public Feed feed() {
        return new TransactionFeed();
    }

    @Override
    public List<RawRow> good() {
        return List.of(
                Rows.first().row(),
                Rows.first().without("Description").without("CustomerID").row(),
                Rows.first().with("LineId", "7f#3-1").with("StoreId", "soho").row(),
                Rows.first()
                        .with("InvoiceNo", "C536379")
                        .withNumber("Quantity", "-3")
                        .row());
    }

    @Override
    public List<BadRow> bad() {
        return List.of(
                new BadRow(Rows.first().with("InvoiceNo", "536 365").row(), "InvoiceNo", FieldError.BAD_CHARACTERS),
                new BadRow(Rows.first().with("StockCode", "N/A").row(), "StockCode", FieldError.MISSING),
                new BadRow(Rows.first().with("Quantity", "6.5").row(), "Quantity", FieldError.NOT_A_WHOLE_NUMBER),
                new BadRow(Rows.first().with("InvoiceDate", "13/12/2010").row(), "InvoiceDate", FieldError.BAD_DATE),
                new BadRow(Rows.first().with("UnitPrice", "2,55").row(), "UnitPrice", FieldError.NOT_A_NUMBER),
                new BadRow(Rows.first().with("Country", RawValue.Other.NESTED).row(), "Country", FieldError.WRONG_TYPE),
                new BadRow(Rows.first().with("LineId", "x".repeat(65)).row(), "LineId", FieldError.TOO_LONG));
    }

    @Override
    public List<List<RawRow>> spellings() {
        return List.of(
                List.of(
                        Rows.first().row(),
                        Rows.first().withNumber("Quantity", "6.0").row(),
                        Rows.first().with("UnitPrice", "2.5499999999999998").row(),
                        Rows.first()
                                .with("InvoiceDate", "2010-12-01T08:26:00+01:00")
                                .row(),
                        Rows.first().with("CustomerID", "17850.0").row(),
                        Rows.first().with("Country", " United Kingdom\u00A0").row()),
                List.of(
                        Rows.first().without("CustomerID").row(),
                        Rows.first().with("CustomerID", "NaN").row(),
                        Rows.first().with("CustomerID", RawValue.Other.NULL).row()));
    }

    @Override
    public List<RawRow> changes() {
        return List.of(
                Rows.first().with("Quantity", "7").row(),
                Rows.first().with("UnitPrice", "2.56").row(),
                Rows.first().with("InvoiceDate", "12/1/2010 8:27").row(),
                Rows.first().with("Country", "France").row(),
                Rows.first().with("Description", "WHITE").row(),
                Rows.first().with("CustomerID", "17851").row());
    }

    @Override
    public List<FeedLine> extremes() {
        LineContent full = new LineContent(
                new InvoiceNumber("C".repeat(64)),
                new StockCode("漢".repeat(64)),
                "£".repeat(1_000),
                Long.MIN_VALUE,
                LocalDateTime.of(9999, 12, 31, 23, 59, 59),
                new BigDecimal("-99999999999999.9999"),
                new CustomerId("\uD83D\uDED2".repeat(64)),
                "é".repeat(64),
                new StoreId("#".repeat(64)));
        LineContent bare = new LineContent(
                new InvoiceNumber("1"),
                new StockCode("m"),
                null,
                0,
                LocalDateTime.of(1, 1, 1, 0, 0),
                BigDecimal.ZERO,
                null,
                "x",
                null);
        Attributes derived = new Attributes(Map.of("vat", AttributeValue.Numeral.of(19)));
        return List.of(
                new TransactionLine(full, new LineId("\"".repeat(64)), RECEIVED, derived),
                new TransactionLine(bare, new LineId("1"), RECEIVED),
                TransactionLine.voiding(LINE.key(), "typed twice", "desk", RECEIVED));
    }

    @Override
    public List<Golden> golden() {
        return List.of(
                new Golden(
                        TransactionColumns.WIRE,
                        "{\"v\":1,\"invoiceNo\":\"536365\",\"stockCode\":\"85123A\",\"lineId\":\"a\","
                                + "\"description\":\"WHITE HANGING HEART T-LIGHT HOLDER\",\"quantity\":6,"
                                + "\"invoiceDate\":\"2010-12-01T08:26:00\",\"unitPrice\":2.55,\"lineTotal\":15.30,"
                                + "\"customerId\":\"17850\",\"country\":\"United Kingdom\",\"kind\":\"SALE\","
                                + "\"receivedAt\":\"2026-03-01T12:00:00.000Z\"}",
                        LINE),
                new Golden(
                        TransactionColumns.WAREHOUSE,
                        "{\"invoice_no\":\"536365\",\"stock_code\":\"85123A\",\"line_id\":\"a\","
                                + "\"description\":\"WHITE HANGING HEART T-LIGHT HOLDER\",\"quantity\":6,"
                                + "\"invoice_date\":\"2010-12-01 08:26:00\",\"unit_price\":2.55,\"line_total\":15.30,"
                                + "\"customer_id\":\"17850\",\"country\":\"United Kingdom\",\"kind\":\"SALE\","
                                + "\"received_at\":\"2026-03-01 12:00:00.000+00\"}",
                        LINE));
    }

    @Test
    void callsThingsAsTheyHaveAlwaysBeenCalled() {
        Feed feed = feed();
        assertThat(feed.name()).hasToString("transactions");
        assertThat(feed.partitionKey(LINE)).isEqualTo("536365");
        assertThat(List.of(feed.partitionKeyName(), feed.lineIdName())).containsExactly("invoiceNo", "lineId");
        assertThat(feed.figures()).extracting(Figure::name).containsExactly("invoices", "customers", "revenue");
        assertThat(feed.hideable().keySet()).containsExactly("CustomerID", "Description", "Country", "StoreId");
        assertThat(feed.table().name()).isEqualTo("sales_line");
    }

    @Test
    void countsInvoicesCustomersAndRevenue() {
        assertThat(feed().figures().stream().map(TransactionFeedTests::ofTheLine))
                .containsExactly("536365", "17850", new BigDecimal("15.30"));
    }

    private static Object ofTheLine(Figure figure) {
        return figure instanceof Figure.Distinct distinct
                ? distinct.text().apply(LINE)
                : ((Figure.Sum) figure).amount().apply(LINE);
    }

    @Test
    void writesUnspecifiedForACountryThatIsHidden() {
        HideableText country = requireNonNull(feed().hideable().get("Country"));
        assertThat(country.in(country.with(LINE.content(), null))).isEqualTo("Unspecified");
    }
}
