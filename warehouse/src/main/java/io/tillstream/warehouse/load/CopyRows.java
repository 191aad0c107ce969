package io.tillstream.warehouse.load;

import io.tillstream.model.Attributes;
import io.tillstream.model.LineContent;
import io.tillstream.model.TransactionLine;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows in the text format of COPY, sent in large pieces. */
final class CopyRows {

    private static final int PIECE = 1 << 16;
    private static final String NULL = "\\N";

    private final CopyIn copy;
    private final LongFunction<String> others;
    private final StringBuilder piece = new StringBuilder(PIECE + 4_096);

    /** @param others the text of the columns after those of a line, by the number of the line */
    CopyRows(CopyIn copy, LongFunction<String> others) {
        this.copy = copy;
        this.others = others;
    }

    void add(long number, TransactionLine line) throws SQLException {
        LineContent content = line.content();
        piece.append(content.invoiceNo().value());
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
        piece.append('\t').append(others.apply(number)).append('\n');
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
