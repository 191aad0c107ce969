package io.tillstream.warehouse.load;

import io.tillstream.model.Attributes;
import io.tillstream.model.LineContent;
import io.tillstream.model.TransactionLine;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows in the text format of COPY, sent in large pieces. */
final class CopyRows {

    private static final int PIECE = 1 << 16;
    private static final String NULL = "\\N";

    private final CopyIn copy;
    private final int objectNumber;
    private final StringBuilder piece = new StringBuilder(PIECE + 4_096);

    CopyRows(CopyIn copy, int objectNumber) {
        this.copy = copy;
        this.objectNumber = objectNumber;
    }

    void add(long number, TransactionLine line) throws SQLException {
        LineContent content = line.content();
        piece.append(objectNumber).append('\t').append(number);
        text(content.invoiceNo().value());
        text(content.stockCode().value());
        text(line.lineId().value());
        text(content.description());
        piece.append('\t').append(content.quantity());
        piece.append('\t').append(content.invoiceDate());
        piece.append('\t').append(content.unitPrice().toPlainString());
        piece.append('\t').append(line.lineTotal().toPlainString());
        text(content.customerId() == null ? null : content.customerId().value());
        text(content.country());
        piece.append('\t').append(line.kind());
        text(content.storeId() == null ? null : content.storeId().value());
        attributes(line.attributes());
        piece.append('\n');
        if (piece.length() >= PIECE) {
            flush();
        }
    }

    void flush() throws SQLException {
        byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        piece.setLength(0);
    }

    /** No text of a line holds a control character, so the backslash is all that needs escaping. */
    private void text(@Nullable String value) {
        piece.append('\t');
        if (value == null) {
            piece.append(NULL);
        } else if (value.indexOf('\\') < 0) {
            piece.append(value);
        } else {
            piece.append(value.replace("\\", "\\\\"));
        }
    }

    private void attributes(Attributes attributes) {
        text(attributes.isEmpty() ? null : AttributesText.of(attributes));
    }
}
