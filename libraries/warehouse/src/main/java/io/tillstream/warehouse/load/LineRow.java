package io.tillstream.warehouse.load;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code sales_line} or of staging as the line that it was. */
final class LineRow {

    private LineRow() {}

    /** @param before how many columns stand before those of the line */
    static TransactionLine lineOf(ResultSet row, int before) throws SQLException {
        @Nullable String customer = row.getString(before + 9);
        @Nullable String shop = row.getString(before + 12);
        LineContent content = new LineContent(
                new InvoiceNumber(row.getString(before + 1)),
                new StockCode(row.getString(before + 2)),
                row.getString(before + 4),
                row.getLong(before + 5),
                row.getTimestamp(before + 6).toLocalDateTime(),
                row.getBigDecimal(before + 7),
                customer == null ? null : new CustomerId(customer),
                row.getString(before + 10),
                shop == null ? null : new StoreId(shop));
        return new TransactionLine(
                content,
                new LineId(row.getString(before + 3)),
                receivedAt(row.getTimestamp(before + 13)),
                AttributesText.parse(row.getString(before + 14)));
    }

    /** Rows of earlier versions do not say it, and come before all that do. */
    private static Instant receivedAt(@Nullable Timestamp stored) {
        return stored == null ? Instant.EPOCH : stored.toInstant();
    }
}
