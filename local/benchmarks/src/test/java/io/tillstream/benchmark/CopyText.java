package io.tillstream.benchmark;

import io.tillstream.model.CustomerId;
import io.tillstream.model.LineContent;
import io.tillstream.model.TransactionLine;
import java.util.Objects;
import java.util.Optional;

/** A line as a row of COPY's text format, and the table it goes into. */
final class CopyText {

    static final String TABLE = """
            CREATE TABLE floor (
                invoice_no varchar(64) NOT NULL, stock_code varchar(64) NOT NULL, line_id varchar(64) NOT NULL,
                description varchar(1000), quantity bigint NOT NULL, invoice_date timestamp(0) NOT NULL,
                unit_price decimal(18, 4) NOT NULL, line_total decimal(38, 4) NOT NULL, customer_id varchar(64),
                country varchar(64) NOT NULL, kind varchar(16) NOT NULL, store_id varchar(64), attributes jsonb,
                loaded_at timestamptz NOT NULL%s)""";

    private CopyText() {}

    static String of(TransactionLine line) {
        LineContent content = line.content();
        return String.join(
                        "\t",
                        content.invoiceNo().value(),
                        content.stockCode().value().replace("\\", "\\\\"),
                        line.lineId().value().replace("\\", "\\\\"),
                        Optional.ofNullable(content.description())
                                .map(text -> text.replace("\\", "\\\\"))
                                .orElse("\\N"),
                        Long.toString(content.quantity()),
                        content.invoiceDate().toString(),
                        content.unitPrice().toPlainString(),
                        line.lineTotal().toPlainString(),
                        line.customerId().map(CustomerId::value).orElse("\\N"),
                        content.country(),
                        Objects.toString(line.kind()),
                        "\\N",
                        "\\N",
                        "2026-01-01T00:00:00Z")
                + "\n";
    }
}
